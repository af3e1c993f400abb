package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.story.Shown;
import org.crossface.pathway.story.Step;
import org.crossface.platform.api.Role;
import org.crossface.server.api.Http.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays a written story through the API, each step in its role and at its time. */
final class Story {

    /** Told of each accepted step after the referral, so that more can happen in between. */
    interface Watcher {

        void after(Step step, Answer answer);
    }

    private static final String FIELD = "field ";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clinic clinic;
    private final Watcher watcher;
    private final Map<String, Object> given;
    private final boolean twice;
    private final String patient;
    private String pathwayId = "";
    private int accepted;
    private int refusedByRules;

    Story(Clinic clinic) {
        this(clinic, (step, answer) -> {});
    }

    Story(Clinic clinic, Watcher watcher) {
        this(clinic, watcher, "Ada Quill", "OR-1", false);
    }

    /** The story of a patient of this name in this room, told with every command sent twice. */
    static Story sentTwice(Clinic clinic, String patient, String room) {
        return new Story(clinic, (step, answer) -> {}, patient, room, true);
    }

    private Story(Clinic clinic, Watcher watcher, String patient, String room, boolean twice) {
        this.clinic = clinic;
        this.watcher = watcher;
        this.patient = patient;
        this.given = new HashMap<>(Map.of("siteId", "site-bayview", "room", room));
        this.twice = twice;
    }

    /** Plays these steps, and checks that each comes to what the story says. */
    void play(List<Step> steps) {
        steps.forEach(this::play);
    }

    /** Plays one step, and checks that it comes to what the story says. */
    void play(Step step) {
        clinic.moveTo(step.at().toInstant());
        if (step.command().type() == RegisterReferral.class) {
            refer(step);
        } else if (step.refusedBy() == null) {
            accept(step);
        } else {
            refuse(step);
        }
    }

    private void refer(Step step) {
        given.put("patientId", clinic.registerPatient(patient));
        Answer answer = exchange(step, "/api/pathways");
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
        step.shown().forEach(each -> isShown(step, each));
        watcher.after(step, answer);
    }

    private void refuse(Step step) {
        long before = clinic.sequenceOf(pathwayId);
        Answer answer = send(step);
        String rule = Objects.requireNonNull(step.refusedBy());
        String told = rule.startsWith(FIELD) ? FIELD + answer.text("field") : answer.text("rule");
        assertThat(told).as("%s: %s", step, answer.body()).isEqualTo(rule);
        assertThat(answer.status()).isIn(400, 403, 409, 422);
        if (!rule.startsWith(FIELD)) {
            refusedByRules++;
        }
        leavesNoFact(step, rule, before);
        if (step.user() != null) {
            assertThat(answer.text("field")).isEqualTo("surgeonId");
        }
        step.shown().forEach(each -> isShown(step, each));
    }

    /** A refused command records nothing; a side that is stopped on the day of surgery is a near miss, which is recorded by itself. */
    private void leavesNoFact(Step step, String rule, long before) {
        if (rule.equals("INV-04")) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(clinic.sequenceOf(pathwayId)).isEqualTo(before + 1));
            assertThat(last("oversight.concern-raised").path("kind").asString())
                    .as("%s", step)
                    .isEqualTo("NEAR_MISS");
        } else {
            assertThat(clinic.sequenceOf(pathwayId)).as("%s", step).isEqualTo(before);
        }
    }

    private void isShown(Step step, Shown shown) {
        JsonNode read = shown.where().equals("pathway") ? state() : last(shown.where());
        assertThat(read.at("/" + shown.field()).asString("-"))
                .as("%s after %s: %s", shown, step, read)
                .isEqualTo(shown.value());
    }

    private Answer send(Step step) {
        return exchange(
                step, "/api/pathways/" + pathwayId + "/" + step.command().kebabName());
    }

    /** What is answered; a request that is sent twice under one key is answered twice in the same way. */
    private Answer exchange(Step step, String address) {
        Map<String, Object> body = step.body(given, this::idsOf);
        String token = step.user() == null
                ? clinic.http().token(step.role())
                : clinic.http().tokenOf(step.user());
        String json = JSON.writeValueAsString(body);
        if (!twice) {
            return clinic.http().exchange("POST", address, json, token);
        }
        String key = UUID.randomUUID().toString();
        Answer first = clinic.http().exchange("POST", address, json, token, "Idempotency-Key", key);
        Answer again = clinic.http().exchange("POST", address, json, token, "Idempotency-Key", key);
        assertThat(again.status()).as("again: %s %s", step, again.body()).isEqualTo(first.status());
        if (first.status() < 300) {
            assertThat(again.body()).as("again: %s", step).isEqualTo(first.body());
        }
        return first;
    }

    String pathwayId() {
        return pathwayId;
    }

    int accepted() {
        return accepted;
    }

    /** How many steps were refused by a rule, and not because of a field. */
    int refusedByRules() {
        return refusedByRules;
    }

    /** Gives the command of a step now, whatever comes of it. */
    Answer give(Step step) {
        return send(step);
    }

    /** The names of all facts of the pathway. */
    List<String> facts() {
        return clinic.http()
                .get(Role.SURGEON, "/api/pathways/" + pathwayId + "/facts")
                .body()
                .valueStream()
                .map(fact -> fact.path("event").asString())
                .toList();
    }

    /** The state that the pathway has now. */
    JsonNode state() {
        return clinic.http().get(Role.SURGEON, "/api/pathways/" + pathwayId).body();
    }

    /** The last fact of this name. */
    JsonNode last(String event) {
        return all(event)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("There is no fact " + event));
    }

    private List<String> idsOf(String event) {
        return all(event).map(fact -> fact.path("factId").asString()).toList();
    }

    private Stream<JsonNode> all(String event) {
        return clinic.http()
                .get(Role.SURGEON, "/api/pathways/" + pathwayId + "/facts")
                .body()
                .valueStream()
                .filter(fact -> fact.path("event").asString().equals(event))
                .map(fact -> fact.path("fact"));
    }
}
