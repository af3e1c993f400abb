package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.policy.approval.PolicySet;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.story.Step;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uses nearly every operation of the API as it is meant: the textbook story, what may happen beside it, and what people do elsewhere. */
final class WorkingDay {

    /** May happen beside the story without turning it. */
    private static final Set<String> BESIDE = Set.of(
            "acknowledge-red-flag",
            "assess-donor-sensation",
            "assess-wound",
            "diagnose-infection",
            "extend-neurotization-window",
            "miss-therapy-session",
            "override-rule",
            "pause-rehabilitation",
            "raise-red-flag",
            "record-authorization",
            "record-complication",
            "record-contact-attempt",
            "record-emg",
            "record-flap-salvage",
            "record-hospital-discharge",
            "record-return",
            "record-therapy-session",
            "regrade-complication",
            "report-checklist-deviation",
            "report-emergency-visit",
            "report-home-adherence",
            "report-safety-event",
            "resolve-complication",
            "resolve-red-flag",
            "resume-rehabilitation",
            "rule-out-flap-compromise",
            "score-pain");

    /** Would keep the story from going on. */
    private static final Set<String> OFF_THE_PATH = Set.of(
            "register-referral",
            "decline-referral",
            "abandon-graft",
            "discontinue-procedure",
            "record-patient-death",
            "record-withdrawal",
            "transfer-care",
            "declare-lost-to-follow-up",
            "declare-neurotization-not-confirmed",
            "declare-non-functioning-transfer",
            "stop-rehabilitation-early",
            "cancel-surgery",
            "put-on-hold",
            "resume-pathway",
            "lapse-neurotization-window",
            "confirm-flap-compromise",
            "record-flap-loss",
            "record-left-against-medical-advice",
            "record-transfer",
            "return-to-theatre",
            "attest-external-stage",
            "revoke-consent",
            "withdraw-escort",
            "exempt-escort",
            "reschedule-surgery",
            "start-extended-recovery",
            "revise-plan",
            "retract-record",
            "correct-record");

    private static final String BUNDLE = """
            {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","name":[{"use":"official",
            "family":"Quill","given":["Ada","Mo"]}],"gender":"female","birthDate":"1990-06-02","telecom":[{"system":"phone",
            "value":"555-0100"}],"address":[{"line":["1 Harbor Way"],"city":"Bay","state":"CA","postalCode":"94000"}],
            "identifier":[{"system":"urn:x","value":"7"}],"multipleBirthInteger":1,"extension":[{"url":"urn:x","valueDecimal":7.25}]}},
            {"resource":{"resourceType":"ServiceRequest","status":"active","intent":"order","subject":{"display":"Ada Quill"},
            "requester":{"display":"Dr. Ref"},"reasonCode":[{"text":"Facial palsy"}]}}]}""";
    private static final int TRIES = 12;

    private final Clinic clinic;
    private final CommandCatalogue catalogue;
    private final JdbcClient jdbc;
    private final SplittableRandom random;

    WorkingDay(Clinic clinic, CommandCatalogue catalogue, JdbcClient jdbc, SplittableRandom random) {
        this.clinic = clinic;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.random = random;
    }

    /** Plays everything; returns the pathway of the story. */
    String play() {
        clinic.registerStandingData();
        String pathway = story();
        endings();
        people();
        standingData();
        machinery(pathway);
        return pathway;
    }

    private String story() {
        Improvisation improvisation = new Improvisation(clinic, catalogue, BESIDE, random.split());
        Companions companions = new Companions();
        Story[] told = new Story[1];
        told[0] = new Story(clinic, (step, answer) -> {
            companions.follow(step);
            improvisation.learn(step.command().kebabName(), answer);
            improvisation.tryAll(told[0].pathwayId(), step.at(), 1);
        });
        told[0].play(TextbookStoryTest.STEPS);
        for (String last : List.of("report-never-event", "correct-record", "retract-record")) {
            improvisation.want(Set.of(last));
            improvisation.tryAll(told[0].pathwayId(), now(), TRIES);
        }
        return told[0].pathwayId();
    }

    /** Two patients who come as far as the first of the story does, and then turn back. */
    private final class Companions {

        private final List<String> pathways = new ArrayList<>();
        private boolean apart;

        private void follow(Step step) {
            if (apart) {
                return;
            }
            if (pathways.isEmpty()) {
                pathways.add(clinic.openPathway().text("pathwayId"));
                pathways.add(clinic.openPathway().text("pathwayId"));
            }
            if (step.command().type() == ScheduleSurgery.class) {
                apart = true;
                part(step.at());
            } else {
                pathways.forEach(pathway ->
                        clinic.give(step.role(), pathway, step.command().kebabName(), step.body(Map.of())));
            }
        }

        private void part(OffsetDateTime now) {
            Map<String, Object> slot = new HashMap<>(Map.of(
                    "occurredAt",
                    now.toString(),
                    "stage",
                    "ONE",
                    "startsAt",
                    Clinic.at("2025-01-15 07:30").toString(),
                    "estimatedMinutes",
                    240,
                    "room",
                    "OR-2",
                    "surgeonIds",
                    List.of(Clinic.SURGEON)));
            String booked = pathways.getFirst();
            clinic.give(Role.SURGICAL_COORDINATOR, booked, "schedule-surgery", slot);
            slot.put("startsAt", Clinic.at("2025-01-16 07:30").toString());
            slot.put("reason", "PATIENT_REQUEST");
            clinic.give(Role.SURGICAL_COORDINATOR, booked, "reschedule-surgery", slot);
            turn(booked, now, "exempt-escort", "cancel-surgery");
            turn(pathways.getLast(), now, "withdraw-escort", "revoke-consent", "revise-plan");
        }

        private void turn(String pathway, OffsetDateTime now, String... commands) {
            for (String command : commands) {
                new Improvisation(clinic, catalogue, Set.of(command), random.split()).tryAll(pathway, now, 4 * TRIES);
            }
        }
    }

    /** What ends or turns a pathway, each on one of its own. */
    private void endings() {
        for (String command : new TreeSet<>(OFF_THE_PATH)) {
            String pathway = clinic.openPathway().text("pathwayId");
            Improvisation ending = new Improvisation(clinic, catalogue, Set.of(command), random.split());
            ending.tryAll(pathway, now(), TRIES);
            if (command.equals("put-on-hold")) {
                new Improvisation(clinic, catalogue, Set.of("resume-pathway"), random.split())
                        .tryAll(pathway, now(), TRIES);
            }
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.parse(
                        clinic.http().get(Role.SURGEON, "/api/clock").text("instant"))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private void people() {
        for (String command : List.of("correct-contact", "name-representative", "record-death", "erase-subject")) {
            improvise("patient", command, "/api/patients/" + clinic.registerPatient("Nils Ohm"));
        }
        Answer taken = clinic.http()
                .postText(
                        Role.SURGICAL_COORDINATOR,
                        "/api/referrals?site=site-bayview",
                        BUNDLE,
                        "Content-Type",
                        "application/fhir+json");
        clinic.http()
                .post(
                        Role.SURGICAL_COORDINATOR,
                        "/api/pathways/" + taken.text("pathwayId") + "/receive-referral-document",
                        Map.of(
                                "documentId",
                                taken.text("documentId"),
                                "sha256",
                                "ab".repeat(32),
                                "mediaType",
                                "application/fhir+json",
                                "sizeBytes",
                                BUNDLE.length()));
        share(taken.text("patientId"), taken.text("position"));
    }

    /** With a centre of its own, of which nobody is a user. */
    private void share(String patient, String position) {
        clinic.http()
                .post(
                        Role.ADMINISTRATOR,
                        "/api/reference/sites/site-lakeside/register-site",
                        Map.of(
                                "name",
                                "Lakeside Surgery",
                                "organisationId",
                                "org-lake",
                                "kind",
                                "SURGERY_CENTER",
                                "zone",
                                "America/Los_Angeles",
                                "rooms",
                                List.of("OR-1"),
                                "privileges",
                                List.of("ONE")));
        String address = "/api/patients/" + patient;
        clinic.http().get(Role.SURGEON, address + "?position=" + position);
        clinic.http()
                .post(
                        Role.SURGICAL_COORDINATOR,
                        address + "/share-patient",
                        Map.of(
                                "siteId",
                                "site-lakeside",
                                "consentedOn",
                                now().toLocalDate().toString(),
                                "consentBy",
                                "PATIENT",
                                "reason",
                                "Therapy closer to home"));
        clinic.http()
                .post(
                        Role.SURGICAL_COORDINATOR,
                        address + "/end-patient-sharing",
                        Map.of("siteId", "site-lakeside", "because", "NO_LONGER_NEEDED"));
    }

    private void improvise(String area, String command, String address) {
        new Improvisation(clinic, catalogue, Set.of(), random.split())
                .tryOne(catalogue.find(area, command).orElseThrow(), address, now(), TRIES);
    }

    private void standingData() {
        improvise("reference", "change-facility", "/api/reference/facilities/facility-harbor");
        improvise("reference", "change-practitioner", "/api/reference/practitioners/surgeon-osei");
        improvise("reference", "change-site", "/api/reference/sites/site-bayview");
        String policies = "/api/reference/policy-sets/" + PolicySet.ID;
        clinic.http()
                .post(
                        Role.SURGEON,
                        policies + "/propose-policy",
                        Map.of(
                                "version",
                                "next-1",
                                "effectiveFrom",
                                now().plusDays(30).toString(),
                                "thresholds",
                                List.of(Map.of("name", "consentValidDays", "value", 60)),
                                "rationale",
                                "Consents age sooner than was thought"));
        clinic.http().post(Role.ANESTHESIOLOGIST, policies + "/approve-policy", Map.of("version", "next-1"));
    }

    private void machinery(String pathway) {
        Http http = clinic.http();
        String path = "/api/pathways/" + pathway;
        List.of(path, path + "/facts", path + "/commands", "/api/pathways")
                .forEach(each -> http.get(Role.SURGEON, each));
        http.get(Role.SURGEON, "/api/clock");
        http.get(Role.SURGEON, "/api/tokens/current");
        http.exchange("POST", "/api/tokens", "{\"userName\":\"surgeon-varga\",\"password\":\"crossface-demo\"}", "");
        http.exchange("DELETE", "/api/tokens/current", "", http.tokenOf("surgeon-meier"));
        http.exchange(
                "POST",
                "/api/password",
                "{\"userName\":\"surgeon-meier\",\"password\":\"crossface-demo\",\"newPassword\":\"another-long-password\"}",
                "");
        http.get(Role.ADMINISTRATOR, "/api/operations/dead-letters");
        http.get(Role.ADMINISTRATOR, "/api/operations/views");
        http.post(Role.ADMINISTRATOR, "/api/operations/dead-letters/retry", Map.of());
        Answer build = http.post(Role.ADMINISTRATOR, "/api/operations/views/builds", Map.of());
        http.post(
                Role.ADMINISTRATOR,
                "/api/operations/views/builds/" + build.body().path("number").asLong() + "/cancel",
                Map.of());
        assertThat(jdbc.sql("SELECT count(*) FROM eventstore.event")
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
