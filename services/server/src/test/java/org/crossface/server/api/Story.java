package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.story.Step;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;
import tools.jackson.databind.JsonNode;

/** Plays a written story through the API, each step in its role and at its time. */
final class Story {

    /** Told of each accepted step after the referral, so that more can happen in between. */
    interface Watcher {

        void after(Step step, Answer answer);
    }

    private final Clinic clinic;
    private final Watcher watcher;
    private final Map<String, Object> given = new HashMap<>(Map.of("siteId", "site-bayview", "room", "OR-1"));
    private String pathwayId = "";
    private int accepted;

    Story(Clinic clinic) {
        this(clinic, (step, answer) -> {});
    }

    Story(Clinic clinic, Watcher watcher) {
        this.clinic = clinic;
        this.watcher = watcher;
    }

    /** Plays these steps, and checks that each comes to what the story says. */
    void play(List<Step> steps) {
        for (Step step : steps) {
            clinic.moveTo(step.at().toInstant());
            if (step.command().type() == RegisterReferral.class) {
                refer(step);
            } else if (step.refusedBy() == null) {
                accept(step);
            } else {
                refuse(step);
            }
        }
    }

    private void refer(Step step) {
        given.put("patientId", clinic.registerPatient("Ada Quill"));
        Answer answer = clinic.http().post(step.role(), "/api/pathways", step.body(given));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        pathwayId = answer.text("pathwayId");
    }

    private void accept(Step step) {
        Answer answer = send(step);
        assertThat(answer.status()).as("%s: %s", step, answer.body()).isEqualTo(200);
        if (step.command().type() == ScheduleSurgery.class) {
            given.put("caseId", answer.text("caseId"));
        }
        accepted++;
        watcher.after(step, answer);
    }

    private void refuse(Step step) {
        long before = clinic.sequenceOf(pathwayId);
        Answer answer = send(step);
        assertThat(answer.text("rule")).as("%s: %s", step, answer.body()).isEqualTo(step.refusedBy());
        assertThat(answer.status()).isIn(403, 409, 422);
        assertThat(clinic.sequenceOf(pathwayId)).isEqualTo(before);
        if (step.user() != null) {
            assertThat(answer.text("field")).isEqualTo("surgeonId");
        }
    }

    private Answer send(Step step) {
        String address = "/api/pathways/" + pathwayId + "/" + step.command().kebabName();
        return step.user() == null
                ? clinic.http().post(step.role(), address, step.body(given))
                : clinic.http().postAs(step.user(), address, step.body(given));
    }

    String pathwayId() {
        return pathwayId;
    }

    int accepted() {
        return accepted;
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
