package org.crossface.simulator;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The steps of a script in their order. A step in the journal returns its recorded answer. Other steps are sent with an idempotency key
 * that is the same in every run, so that a step whose answer was lost has no second effect.
 */
final class Steps {

    /** Sorted, so that a repeated request has the same bytes. */
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

    /** Whether the journal has the answer of the next step. */
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

    /** Moves the demo clock to the time of the script. */
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

    /** Reads; what is used of the answer is in the journal, so that a resumed run goes on with the same. */
    Answer get(String user, String path) {
        return take(new Step(nextKey(), user, path, Step.READ, ""));
    }

    private String nextKey() {
        return name + "-" + number++;
    }

    private Answer take(Step step) {
        if (journal.hasAnswers()) {
            return journal.nextAnswer(step);
        }
        moveClock();
        Answer answer = api.send(step);
        journal.add(step, answer);
        sent++;
        return answer;
    }
}
