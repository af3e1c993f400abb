package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.crossface.platform.eventstore.ReadAhead.Batches;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Timeout(20)
class ReadAheadTest {

    private static final int BATCH = 3;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<String> fetches = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger undecodable = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile long stored = 8;
    private volatile long certain = 8;

    @AfterEach
    void stop() {
        gate.countDown();
        executor.shutdownNow();
    }

    /** The numbers from 0 to {@link #stored}, of which those up to {@link #certain} may be fetched ahead. */
    private final class Numbers implements Batches {

        @Override
        public List<StoredEvent> after(@Nullable StoredEvent last) {
            return fetched("read", last == null ? 0 : last.position() + 1, stored);
        }

        @Override
        public @Nullable Supplier<List<StoredEvent>> following(List<StoredEvent> batch) {
            long next = batch.getLast().position() + 1;
            return batch.size() < BATCH || next > certain
                    ? null
                    : () -> {
                        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                            throw new DataAccessResourceFailureException("gone");
                        }
                        return fetched("ahead", next, certain);
                    };
        }

        @Override
        public boolean isFinal(List<StoredEvent> batch) {
            return false;
        }

        private List<StoredEvent> fetched(String how, long first, long end) {
            synchronized (fetches) {
                fetches.add(how + " " + first);
            }
            return LongStream.range(first, Math.min(first + BATCH, end))
                    .mapToObj(ReadAheadTest::event)
                    .toList();
        }
    }

    private static StoredEvent event(long position) {
        return new StoredEvent(
                position, 0, Instant.EPOCH, null, null, "e" + position, "t", "1", new byte[0], new byte[0]);
    }

    private Stream<Long> stream() {
        return ReadAhead.stream(new Numbers(), StoredEvent::position, executor);
    }

    @Test
    void handsOutEveryEventOnceAndInOrderAndFetchesWhatIsCertainOnAnotherThread() {
        assertThat(stream()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(fetches).containsExactly("read 0", "ahead 3", "ahead 6", "read 8");
    }

    @Test
    void looksForItselfBehindWhatIsCertain() {
        certain = 4;
        assertThat(stream()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(fetches).containsExactly("read 0", "ahead 3", "read 4", "read 7", "read 8");
    }

    @Test
    void goesOnWhenThereIsMoreAfterItsEnd() {
        Iterator<Long> numbers = stream().iterator();
        for (long expected = 0; expected < 8; expected++) {
            assertThat(numbers.next()).isEqualTo(expected);
        }
        assertThat(numbers.hasNext()).isFalse();
        stored = 9;
        assertThat(numbers.next()).isEqualTo(8);
    }

    @Test
    void aFailureAheadIsTheReadersWhoMayTryAgain() {
        failures.set(1);
        Iterator<Long> numbers = stream().iterator();
        for (long expected = 0; expected < 3; expected++) {
            assertThat(numbers.next()).isEqualTo(expected);
        }
        assertThatThrownBy(numbers::hasNext).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(numbers.next()).isEqualTo(3);
    }

    @Test
    void anEventThatCannotBeDecodedNowIsNotPassedOver() {
        undecodable.set(1);
        List<Long> seen = new ArrayList<>();
        Spliterator<Long> numbers = ReadAhead.stream(new Numbers(), this::decodedAtTheSecondTry, executor)
                .spliterator();
        assertThatThrownBy(() -> numbers.tryAdvance(seen::add)).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(numbers.tryAdvance(seen::add)).isTrue();
        assertThat(seen).containsExactly(0L);
    }

    private long decodedAtTheSecondTry(StoredEvent event) {
        if (undecodable.getAndDecrement() > 0) {
            throw new DataAccessResourceFailureException("no key can be had");
        }
        return event.position();
    }

    @Test
    void aReaderInATransactionReadsByItself() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThat(stream()).hasSize(8);
        } finally {
            TransactionSynchronizationManager.clear();
        }
        assertThat(fetches).containsExactly("read 0", "read 3", "read 6", "read 8");
    }

    @Test
    void aReaderWhoseStoreHasClosedReadsByItself() {
        executor.shutdownNow();
        assertThat(stream()).hasSize(8);
        assertThat(fetches).containsExactly("read 0", "read 3", "read 6", "read 8");
    }

    @Test
    void nothingIsFetchedOrHandedOutBeyondTheBatchInHandAfterItWasClosed() {
        Batches slow = new Batches() {
            private final Batches numbers = new Numbers();

            @Override
            public List<StoredEvent> after(@Nullable StoredEvent last) {
                return numbers.after(last);
            }

            @Override
            public Supplier<List<StoredEvent>> following(List<StoredEvent> batch) {
                return () -> {
                    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> gate.getCount() == 0);
                    return List.of();
                };
            }

            @Override
            public boolean isFinal(List<StoredEvent> batch) {
                return false;
            }
        };
        Stream<Long> stream = ReadAhead.stream(slow, StoredEvent::position, executor);
        Iterator<Long> numbers = stream.iterator();
        assertThat(numbers.next()).isZero();
        stream.close();
        assertThat(numbers.next()).isOne();
        assertThat(numbers.next()).isEqualTo(2);
        assertThat(numbers.hasNext()).isFalse();
        assertThat(fetches).containsExactly("read 0");
    }
}
