package org.crossface.platform.eventstore;

import java.util.List;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands out stored events in their order, batch by batch. While it hands out one batch, another thread fetches the next, if there is one
 * and what it will hold is certain by now: at most one batch waits. Decoding is done by the thread that reads.
 *
 * <p>A reader inside a transaction reads within that transaction alone: were it to wait for a second connection, readers could wait for
 * one another for ever.
 */
final class ReadAhead<E> extends Spliterators.AbstractSpliterator<E> implements AutoCloseable {

    private final Batches batches;
    private final Function<? super StoredEvent, ? extends E> decoding;
    private final Executor executor;
    private List<StoredEvent> batch = List.of();
    private int next;
    private @Nullable StoredEvent last;
    private volatile @Nullable CompletableFuture<List<StoredEvent>> ahead;
    private boolean ended;
    private volatile boolean closed;

    /** Where batches come from. */
    interface Batches {

        /** The events after this one, or the first ones; empty when there are none for now. */
        List<StoredEvent> after(@Nullable StoredEvent last);

        /**
         * Fetches, on another thread, what follows the last event of a batch; {@code null} if nothing does, or it is not certain yet what
         * will.
         */
        @Nullable
        Supplier<List<StoredEvent>> following(List<StoredEvent> batch);

        /** Whether nothing may follow this batch, so that no look is needed. */
        boolean isFinal(List<StoredEvent> batch);
    }

    private ReadAhead(Batches batches, Function<? super StoredEvent, ? extends E> decoding, Executor executor) {
        super(Long.MAX_VALUE, NONNULL | ORDERED);
        this.batches = batches;
        this.decoding = decoding;
        this.executor = executor;
    }

    /** @param executor for the fetches; a reader does without when it is refused */
    static <E> Stream<E> stream(
            Batches batches, Function<? super StoredEvent, ? extends E> decoding, Executor executor) {
        ReadAhead<E> events = new ReadAhead<>(batches, decoding, executor);
        return StreamSupport.stream(events, false).onClose(events::close);
    }

    /** A failure to fetch, on whichever thread, or to decode is thrown here; the next call tries again. */
    @Override
    public boolean tryAdvance(Consumer<? super E> action) {
        if (next == batch.size() && !turnOver()) {
            return false;
        }
        StoredEvent event = batch.get(next);
        E decoded = decoding.apply(event);
        next++;
        last = event;
        action.accept(decoded);
        return true;
    }

    private boolean turnOver() {
        if (ended || closed) {
            return false;
        }
        batch = List.of();
        next = 0;
        List<StoredEvent> fetched = fetched();
        if (closed) {
            return false;
        }
        batch = fetched.isEmpty() ? batches.after(last) : fetched;
        ended = batches.isFinal(batch);
        if (!ended && !batch.isEmpty()) {
            begin();
        }
        return !batch.isEmpty();
    }

    /** What was fetched ahead; empty if nothing was, or what was certain has come to its end. */
    private List<StoredEvent> fetched() {
        CompletableFuture<List<StoredEvent>> fetch = ahead;
        ahead = null;
        if (fetch == null) {
            return List.of();
        }
        try {
            return fetch.join();
        } catch (CancellationException whenClosed) {
            return List.of();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw failed;
            }
        }
    }

    private void begin() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        Supplier<List<StoredEvent>> fetch = batches.following(batch);
        if (fetch != null) {
            try {
                ahead = CompletableFuture.supplyAsync(fetch, executor);
            } catch (RejectedExecutionException closed) {
                // The store is closing; the reader fetches by itself if it still goes on.
                ahead = null;
            }
        }
    }

    /** From any thread. A fetch that is under way ends by itself; nobody gets what it brings. */
    @Override
    public void close() {
        closed = true;
        CompletableFuture<List<StoredEvent>> fetch = ahead;
        if (fetch != null) {
            fetch.cancel(false);
        }
    }
}
