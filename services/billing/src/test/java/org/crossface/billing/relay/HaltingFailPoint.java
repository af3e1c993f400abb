package org.crossface.billing.relay;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The node dies at once, as from kill -9, when it passes a step for the n-th time. Before its commit a transaction is given time to reach the
 * broker; one that has nothing to publish is let go, and the next that has is hit.
 */
final class HaltingFailPoint implements FailPoint {

    /** Which step, and at which passage, as {@code PROGRESS_SENT:4}; unset for none. */
    static final String PROPERTY = "crossface.drill.halt";

    /** As of a process that was killed with SIGKILL. */
    static final int EXIT_CODE = 137;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaClients kafka;
    private final String armed = System.getProperty(PROPERTY, "");
    private int left = armed.isEmpty() ? 0 : Integer.parseInt(armed.substring(armed.indexOf(':') + 1));

    HaltingFailPoint(KafkaClients kafka) {
        this.kafka = kafka;
    }

    @Override
    public void passed(Step step) {
        if (armed.startsWith(step + ":") && --left <= 0 && hasReachedTheBroker(step)) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    private boolean hasReachedTheBroker(Step step) {
        return switch (step) {
            case CHARGES_SENT ->
                comesTrue(() -> OpenTransaction.holdsRecordsIn(kafka.topics().charges(), kafka));
            case PROGRESS_SENT ->
                comesTrue(() -> OpenTransaction.holdsRecordsIn(kafka.topics().charges(), kafka)
                        && OpenTransaction.holdsRecordsIn(kafka.topics().progress(), kafka));
            case COMMITTED -> true;
        };
    }

    private static boolean comesTrue(Callable<Boolean> condition) {
        try {
            await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(condition);
            return true;
        } catch (ConditionTimeoutException nothingToPublish) {
            return false;
        }
    }
}
