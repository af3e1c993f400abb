package org.crossface.server.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.crossface.platform.api.Role;

/** Requests that somebody of the home site sent under a key, sent again with key and content by somebody of the other site. */
final class Repetitions {

    private static final String KEY = "known-to-both-sites";
    private static final List<String> NAMES = List.of("patientId", "pathwayId", "streamId");

    private final Client client;
    private final World world;
    private final Map<Role, Person> home;
    private final Map<Role, Person> other;
    private final Findings findings;

    Repetitions(Client client, World world, Map<Role, Person> home, Map<Role, Person> other, Findings findings) {
        this.client = client;
        this.world = world;
        this.home = home;
        this.other = other;
        this.findings = findings;
    }

    void send() {
        String person = """
                {"familyName":"Repeated","givenNames":"Rita","birthDate":"1990-06-02","sex":"FEMALE","language":"en-US",
                 "interpreterNeeded":false,"timeZone":"America/Los_Angeles","identifiers":[],"contactConsent":true}""";
        again(Role.SURGICAL_COORDINATOR, keyed("/api/patients", person), true);
        Target another = world.another();
        String goals = "{\"goals\":\"Repeated\",\"priorities\":[\"SPONTANEOUS_SMILE\"]}";
        again(Role.SURGEON, keyed("/api/pathways/" + another.pathway() + "/record-goals", goals), false);
        again(
                Role.SURGICAL_COORDINATOR,
                keyed(
                        "/api/patients/" + another.patient() + "/correct-contact",
                        "{\"phone\":\"555-0100\",\"contactConsent\":true}"),
                false);
        String bundle = world.bundle();
        again(
                Role.SURGICAL_COORDINATOR,
                new Call("POST", "/api/referrals", Bodies.BUNDLE_TYPE, bundle, Map.of()),
                true);
        againOnThePage(Bodies.upload("/referrals/bundles", bundle));
    }

    private static Call keyed(String path, String body) {
        return Call.json("POST", path, body).with("Idempotency-Key", KEY + path.hashCode());
    }

    /** The first time and its repetition by the same person are the control. */
    private void again(Role role, Call call, boolean taken) {
        Reply first = client.send(World.person(home, role), call);
        Reply second = client.send(World.person(home, role), call);
        assertThat(first.status()).as(call + " " + first.start()).isBetween(200, 201);
        NAMES.forEach(name ->
                assertThat(second.text(name)).as(call + " repeated, " + name).isEqualTo(first.text(name)));
        Reply other = client.send(World.person(this.other, role), call);
        List<String> told = NAMES.stream()
                .filter(name -> !first.text(name).isEmpty())
                .filter(name -> other.whole().contains(first.text(name)) && !call.holds(first.text(name)))
                .toList();
        if (!told.isEmpty()) {
            findings.add("a repetition by another site tells the first answer", call + ": " + told + other.start());
        }
        if (other.status() < 300 != taken) {
            findings.add("a repetition by another site has the wrong outcome", call + ": " + other.start());
        }
        if (!other.header("idempotent-replayed").isEmpty()) {
            findings.add("a repetition by another site counts as one", call + ": " + other.start());
        }
    }

    private void againOnThePage(Call call) {
        Reply first = client.send(World.person(home, Role.SURGICAL_COORDINATOR), call);
        Canaries canaries = world.canaries();
        assertThat(canaries.in(first, call, true))
                .as("the first sender is told its own")
                .isNotEmpty();
        List<String> told = canaries.in(client.send(World.person(other, Role.SURGICAL_COORDINATOR), call), call, true);
        if (!told.isEmpty()) {
            findings.add("a repetition by another site tells the first answer", call + ": " + told);
        }
    }
}
