package org.crossface.platform.wakeup;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.platform.wakeup.Node.Reader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The safety net under the wake-up: a node that nobody wakes finds events all the same. */
class PollingTest {

    private static final TestPostgres postgres = TestPostgres.with();

    @AfterAll
    static void close() {
        postgres.close();
    }

    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(20));
    }

    /** Two events, each after the last planned look: one that was under way all the same would explain the first only. */
    @ParameterizedTest
    @EnumSource(Reader.class)
    void findsWhatNobodyHasTold(Reader reader) {
        String group = "polling-" + reader;
        try (Node here = new Node(postgres, group, reader, Duration.ofMillis(200), struck -> {})) {
            soon().until(here.wakeUp::isListening);
            here.publish(group);
            soon().until(() -> here.seen.contains(group));
            for (int i = 0; i < 2; i++) {
                String untold = group + i;
                soon().until(() -> !here.waking().willLookAgain());
                here.appendSilently(untold);
                soon().until(() -> here.seen.contains(untold));
            }
        }
    }
}
