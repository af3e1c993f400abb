package org.crossface.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Random commands of a fixed seed, legal and illegal: the server never fails, no broken rule stands, what is reserved is what the pathways
 * hold, and a replay makes the same states and views (ADR 49). {@code make model} sends more of them.
 */
class ModelTest extends ModelledServer {

    private static final int COMMANDS = 2_000;

    /** The same each time, so that a build does not fail by luck. */
    private static final long SEED = 7;

    /** What so few commands reach at least; all of it is reached by those of {@code make model}. */
    private static final int LEAST_RULES = 110;

    private static final int LEAST_EVENTS = 100;

    @Test
    void whateverIsSentTheRecordStaysSound() {
        Coverage reached = send(
                Long.getLong("crossface.model.seed", SEED), Integer.getInteger("crossface.model.commands", COMMANDS));
        assertThat(reached.rulesWithoutReference())
                .as("rules that refuse and that docs/reference/rules.md does not list")
                .isEmpty();
        assertThat(reached.rules()).isGreaterThan(LEAST_RULES);
        assertThat(reached.events()).isGreaterThan(LEAST_EVENTS);
    }
}
