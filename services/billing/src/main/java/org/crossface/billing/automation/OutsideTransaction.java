package org.crossface.billing.automation;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossface.billing.account.BillingCommand;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;

/**
 * Sends a command in a thread and transaction of its own and waits for it. An append inside the processor's transaction would hold the
 * position lock until the end of the batch and stall every reader.
 */
final class OutsideTransaction implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CommandDispatch dispatch;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    OutsideTransaction(CommandDispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** Returns when the command is done; what it threw is thrown here. */
    void send(BillingCommand command, Envelope envelope) {
        Future<?> done = threads.submit(() -> dispatch.send(command, envelope));
        try {
            done.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("Cannot send " + command, e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("No answer within " + LIMIT + " to " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending " + command, e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
