package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;
import tools.jackson.databind.JsonNode;

/** One patient's story, told through the API at the times at which it happened. */
final class Story {

    /** Told of each accepted step, so that more can happen in between. */
    interface Watcher {

        void after(String time, Role role, String command, Answer answer, Object... fields);
    }

    private final Clinic clinic;
    private final Watcher watcher;
    private String pathwayId = "";
    private int accepted;
    private int refused;

    Story(Clinic clinic) {
        this(clinic, (time, role, command, answer, fields) -> {});
    }

    Story(Clinic clinic, Watcher watcher) {
        this.clinic = clinic;
        this.watcher = watcher;
    }

    /** Registers the patient and the referral at this time. */
    void begin(String time, String referredSide) {
        clinic.moveTo(Clinic.at(time).toInstant());
        String patientId = clinic.registerPatient("Ada Quill");
        Map<String, Object> referral = clinic.referral(patientId, "Facial palsy for four years");
        referral.put("referredOn", time.substring(0, 10));
        referral.put("referredSide", referredSide);
        Answer answer = clinic.http().post(Role.SURGICAL_COORDINATOR, "/api/pathways", referral);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        pathwayId = answer.text("pathwayId");
    }

    String pathwayId() {
        return pathwayId;
    }

    /** Sends a command that is accepted. */
    Answer ok(String time, Role role, String command, Object... fields) {
        Answer answer = send(time, role, command, fields);
        assertThat(answer.status())
                .as("%s %s %s: %s", time, role, command, answer.body())
                .isEqualTo(200);
        accepted++;
        watcher.after(time, role, command, answer, fields);
        return answer;
    }

    /** Sends a command that this rule refuses, and checks that nothing changed. */
    void no(String rule, String time, Role role, String command, Object... fields) {
        clinic.moveTo(Clinic.at(time).toInstant());
        long before = clinic.sequenceOf(pathwayId);
        Answer answer = send(time, role, command, fields);
        assertThat(answer.text("rule"))
                .as("%s %s %s: %s", time, role, command, answer.body())
                .isEqualTo(rule);
        assertThat(answer.status()).isIn(403, 409, 422);
        assertThat(clinic.sequenceOf(pathwayId)).isEqualTo(before);
        refused++;
    }

    /** Sends a command, as the user of this name, that this rule refuses. */
    void noTo(String userName, String rule, String time, String command, Object... fields) {
        clinic.moveTo(Clinic.at(time).toInstant());
        Answer answer = clinic.http()
                .postAs(userName, "/api/pathways/" + pathwayId + "/" + command, body(Clinic.at(time), fields));
        assertThat(answer.text("rule")).as(answer.body().toString()).isEqualTo(rule);
        assertThat(answer.text("field")).isEqualTo("surgeonId");
        refused++;
    }

    private Answer send(String time, Role role, String command, Object... fields) {
        OffsetDateTime when = Clinic.at(time);
        clinic.moveTo(when.toInstant());
        return clinic.give(role, pathwayId, command, body(when, fields));
    }

    /** The body of a command. */
    static Map<String, Object> body(OffsetDateTime when, Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("occurredAt", when.toString());
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return body;
    }

    int accepted() {
        return accepted;
    }

    int refused() {
        return refused;
    }

    /** The state that the pathway has now. */
    JsonNode state() {
        return clinic.http().get(Role.SURGEON, "/api/pathways/" + pathwayId).body();
    }

    /** The last fact of this name. */
    JsonNode last(String event) {
        return clinic.http()
                .get(Role.SURGEON, "/api/pathways/" + pathwayId + "/facts")
                .body()
                .valueStream()
                .filter(fact -> fact.path("event").asString().equals(event))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("There is no fact " + event))
                .path("fact");
    }
}
