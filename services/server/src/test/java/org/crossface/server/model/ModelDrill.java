package org.crossface.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What {@link ModelTest} does, with many more commands: those of a fixed seed reach every rule and every event, those of a new seed look for
 * what nobody thought of. {@code -Dcrossface.model.seed=} repeats one, {@code -Dcrossface.model.commands=} sets how many.
 */
@Tag("drill")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD) // each run has a database of its own
class ModelDrill extends ModelledServer {

    private static final int COMMANDS = 24_000;
    private static final long SEED = 7;

    @Test
    void theFixedSeedReachesEveryRuleAndEveryEvent() {
        Coverage reached = send(SEED, COMMANDS);
        Set<String> rules = reached.rulesNeverRefusing();
        Set<String> events = reached.eventsNeverEmitted();
        assertThat(rules).as("rules that refused nothing").isEqualTo(NeverReached.rules());
        assertThat(events).as("events that were never recorded").isEqualTo(NeverReached.events());
    }

    @Test
    void aNewSeedFindsNothing() {
        send(
                Optional.ofNullable(Long.getLong("crossface.model.seed")).orElseGet(System::nanoTime),
                Integer.getInteger("crossface.model.commands", COMMANDS));
    }
}
