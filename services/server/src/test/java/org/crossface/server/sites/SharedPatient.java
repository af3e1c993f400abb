package org.crossface.server.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.api.Role;
import tools.jackson.databind.node.ObjectNode;

/** A patient whom the home site shares with the other one, which is a step of its own on the record. */
final class SharedPatient {

    private static final String SHARE = "share-patient";
    private static final String END = "end-patient-sharing";

    private final Client client;
    private final World world;
    private final CommandCatalogue catalogue;
    private final Map<Role, Person> home;
    private final Map<Role, Person> other;

    SharedPatient(
            Client client, World world, CommandCatalogue catalogue, Map<Role, Person> home, Map<Role, Person> other) {
        this.client = client;
        this.world = world;
        this.catalogue = catalogue;
        this.home = home;
        this.other = other;
    }

    /** The other site may treat the patient from the sharing to its end, and never sees what the home site does. */
    void share() {
        Target patient = world.another();
        assertThat(openedElsewhere(patient.patient(), "RIGHT").status()).isIn(403, 404);

        give(SHARE, patient.patient());
        Reply opened = openedElsewhere(patient.patient(), "RIGHT");
        assertThat(opened.status()).as(opened.start()).isEqualTo(201);
        Reply list = client.send(
                World.person(other, Role.SURGEON), Call.get("/api/pathways?position=" + opened.text("position")));
        assertThat(list.body())
                .contains(opened.text("pathwayId"), "Zwaanenburgh")
                .doesNotContain(patient.pathway(), patient.number());
        assertThat(client.send(World.person(other, Role.SURGEON), Call.get("/api/pathways/" + opened.text("pathwayId")))
                        .status())
                .isEqualTo(200);
        assertThat(client.send(World.person(other, Role.SURGEON), Call.get("/api/pathways/" + patient.pathway()))
                        .status())
                .as("the home site's pathway")
                .isEqualTo(404);

        Target another = world.another();
        give(SHARE, another.patient());
        give(END, another.patient());
        assertThat(openedElsewhere(another.patient(), "RIGHT").status()).isIn(403, 404);
    }

    private Reply openedElsewhere(String patient, String side) {
        return client.send(
                World.person(other, Role.SURGICAL_COORDINATOR),
                Call.json(
                        "POST",
                        "/api/pathways",
                        Bodies.json(Map.of(
                                "patientId",
                                patient,
                                "siteId",
                                Situation.LAKESIDE,
                                "referredOn",
                                "2025-01-16",
                                "referredSide",
                                side))));
    }

    private void give(String name, String patient) {
        CommandSpec command = catalogue
                .find("patient", name)
                .orElseThrow(() -> new AssertionError("There is no command " + name + ": a patient cannot be shared"));
        Role role = People.ROLES.stream().filter(command::allows).findFirst().orElseThrow();
        ObjectNode body = Bodies.sample(command);
        body.put("siteId", Situation.LAKESIDE);
        if (body.has("consentedOn")) {
            body.put("consentedOn", "2025-01-10");
            body.put("consentBy", "PATIENT");
        }
        Reply reply = client.send(
                World.person(home, role), Call.json("POST", "/api/patients/" + patient + "/" + name, body.toString()));
        assertThat(reply.status()).as(reply.start()).isEqualTo(200);
    }
}
