package org.crossface.platform.dispatch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends the commands of an automation in a thread and unit of work of their own and waits for each. An append inside the transaction of an
 * event processor would hold the position lock until the end of its batch and stall every reader. So the command's events stay stored even
 * when the batch is rolled back and repeated: give the command an idempotency key, or identifiers, that derive from the event.
 */
public final class OutsideTransaction implements CommandDispatch, AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CommandDispatch dispatch;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public OutsideTransaction(CommandDispatch dispatch) {
        this.dispatch = dispatch;
    }

    /**
     * Returns when the command is done; its exception is thrown here.
     *
     * @throws IllegalStateException if there is no answer within 30 seconds
     */
    @Override
    public Receipt send(Object command, Envelope envelope) {
        String name = command.getClass().getSimpleName();
        Future<Receipt> done = threads.submit(() -> dispatch.send(command, envelope));
        try {
            return done.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("Cannot send " + name, e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("No answer within " + LIMIT + " to " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending " + name, e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
