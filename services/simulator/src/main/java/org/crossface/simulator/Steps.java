package org.crossface.simulator;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The steps of a script in their order. Those that the journal knows give the answer that they gave before; the others are sent under a key
 * that is the same in every run, so that a step whose answer was lost is not taken twice.
 */
final class Steps {

    /** Sorted, so that a repeated request is the same to the byte. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Api api;
    private final Journal journal;
    private final String name;
    private int number;
    private int sent;
    private Instant now = Instant.MIN;
    private Instant clock = Instant.MIN;

    Steps(Api api, Journal journal, Script script) {
        this.api = api;
        this.journal = journal;
        this.name = script.name();
    }

    /** Whether the next step was answered before. */
    boolean areKnown() {
        return journal.hasAnswers();
    }

    /** How many steps were sent. */
    int sent() {
        return sent;
    }

    /** Domain time of the steps that follow; the clock is moved when one of them is sent. */
    void reach(Instant instant) {
        now = instant;
    }

    /** Moves the clock to where the script is. */
    void moveClock() {
        if (now.isAfter(clock)) {
            api.moveClock(now);
            clock = now;
        }
    }

    Answer post(String user, String path, Map<String, ?> body) {
        return take(new Step(nextKey(), user, path, Step.JSON, JSON.writeValueAsString(body)));
    }

    Answer postFhir(String user, String path, String bundle) {
        return take(new Step(nextKey(), user, path, Step.FHIR, bundle));
    }

    private String nextKey() {
        return name + "-" + number++;
    }

    private Answer take(Step step) {
        if (journal.hasAnswers()) {
            return journal.nextAnswer(step);
        }
        moveClock();
        Answer answer = api.post(step);
        journal.add(step, answer);
        sent++;
        return answer;
    }
}
