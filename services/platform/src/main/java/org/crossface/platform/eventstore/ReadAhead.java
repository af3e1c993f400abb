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
 * Hands out stored events in their order, batch by batch. While it hands out one batch, another thread fetches the next one, if its content
 * can no longer change: at most one batch is fetched in advance. The reader's thread decodes.
 *
 * <p>A reader inside a transaction reads on that transaction's connection only: readers that wait for a second connection could wait for
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

        /** Fetches, on another thread, the events after a batch; {@code null} if there are none, or if they may still change. */
        @Nullable
        Supplier<List<StoredEvent>> following(List<StoredEvent> batch);

        /** Whether this batch is the last one, so that no further query is needed. */
        boolean isFinal(List<StoredEvent> batch);
    }

    private ReadAhead(Batches batches, Function<? super StoredEvent, ? extends E> decoding, Executor executor) {
        super(Long.MAX_VALUE, NONNULL | ORDERED);
        this.batches = batches;
        this.decoding = decoding;
        this.executor = executor;
    }

    /** @param executor for the fetches in advance; when it rejects one, the reader fetches by itself */
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

    /** The batch fetched in advance; empty if none was, or if there were no more stable events. */
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
                // The store is closing; a reader that continues fetches by itself.
                ahead = null;
            }
        }
    }

    /** From any thread. A running fetch ends by itself and its result is dropped. */
    @Override
    public void close() {
        closed = true;
        CompletableFuture<List<StoredEvent>> fetch = ahead;
        if (fetch != null) {
            fetch.cancel(false);
        }
    }
}
