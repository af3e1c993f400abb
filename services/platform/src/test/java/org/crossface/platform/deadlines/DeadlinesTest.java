package org.crossface.platform.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.crossface.platform.deadlines.DeadlineLoop.Settings;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines in a real PostgreSQL, whose clock decides. */
class DeadlinesTest {

    private static final TestPostgres postgres = TestPostgres.with();
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Settings QUICK = new Settings(Duration.ofMillis(20), 50, 4, 4, LEASE, LEASE.dividedBy(2));

    private final Instant now = Instant.now();
    private final Deadlines deadlines = new Deadlines(postgres.serverJdbc(), "pathway");

    @BeforeEach
    void nothingIsDue() {
        postgres.ownerJdbc()
                .sql("TRUNCATE deadlines.deadline, domain_time.clock")
                .update();
    }

    private DeadlineLoop started(DeadlineHandler handler, Settings settings) {
        DeadlineLoop loop = new DeadlineLoop(deadlines, handler, settings, () -> 0, new Loops());
        loop.start();
        return loop;
    }

    private void set(String key, @Nullable Instant at) {
        Map<String, @Nullable Instant> one = new HashMap<>();
        one.put(key, at);
        deadlines.move(one);
    }

    private void put(Deadline handled, Optional<Instant> next) {
        deadlines.put(Map.of(handled, next));
    }

    private List<String> leased() {
        return deadlines.lease(10, LEASE).stream().map(Deadline::key).toList();
    }

    @Test
    void whatHasPassedIsLeasedOnceTheEarliestFirst() {
        set("later", now.minusSeconds(1));
        set("first", now.minusSeconds(5));
        set("not yet", now.plusSeconds(3_600));
        assertThat(leased()).containsExactly("first", "later");
        assertThat(leased()).isEmpty();
    }

    @Test
    void aMovedDeadlineIsDueAgainAndTheSameOneKeepsItsLease() {
        set("p1", now.minusSeconds(5));
        assertThat(leased()).containsExactly("p1");
        set("p1", now.minusSeconds(5));
        assertThat(leased()).isEmpty();
        set("p1", now.minusSeconds(1));
        assertThat(leased()).containsExactly("p1");
        set("p1", null);
        assertThat(leased()).isEmpty();
        assertThat(rows()).isOne();
    }

    @Test
    void theLeaseOfANodeThatDiedRunsOut() {
        set("p1", now.minusSeconds(5));
        assertThat(deadlines.lease(10, Duration.ofMillis(200))).hasSize(1);
        await().untilAsserted(() -> assertThat(leased()).containsExactly("p1"));
    }

    @Test
    void theClockOfADemonstrationMovesThemAll() {
        set("in three years", now.plus(Duration.ofDays(1_095)));
        set("in two years", now.plus(Duration.ofDays(730)));
        assertThat(leased()).isEmpty();
        postgres.serverJdbc()
                .sql("INSERT INTO domain_time.clock (only_row, offset_ms) VALUES (true, ?)")
                .param(Duration.ofDays(1_096).toMillis())
                .update();
        List<Deadline> found = deadlines.lease(10, LEASE);
        assertThat(found).extracting(Deadline::key).containsExactly("in two years", "in three years");
        assertThat(found).allMatch(each -> !each.now().isBefore(each.at()));
    }

    @Test
    void aNameThatNobodyServesIsKeptAndTold() {
        new Deadlines(postgres.serverJdbc(), "of a later release").move(Map.of("p1", now.minusSeconds(90)));
        assertThat(leased()).isEmpty();
        assertThat(Deadlines.waiting(postgres.serverJdbc(), Duration.ofSeconds(60)))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.name()).isEqualTo("of a later release");
                    assertThat(waiting.number()).isEqualTo(1);
                });
        assertThat(Deadlines.waiting(postgres.serverJdbc(), Duration.ofHours(1)))
                .isEmpty();
    }

    @Test
    void twoNodesHandleEachOfThousandsOnce() {
        Map<String, @Nullable Instant> many = new HashMap<>();
        IntStream.range(0, 4_000).forEach(i -> many.put("p" + i, now.minusMillis(4_000 - i)));
        deadlines.move(many);
        Map<String, AtomicInteger> handled = new ConcurrentHashMap<>();
        DeadlineHandler handler = deadline -> {
            handled.computeIfAbsent(deadline.key(), none -> new AtomicInteger()).incrementAndGet();
            return Optional.of(now.plus(Duration.ofDays(1)));
        };
        try (DeadlineLoop one = started(handler, QUICK);
                DeadlineLoop other = started(handler, QUICK)) {
            assertThat(List.of(one, other)).allMatch(DeadlineLoop::isRunning);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(due()).isZero());
        }
        assertThat(handled).hasSize(4_000);
        assertThat(handled.values()).allMatch(times -> times.get() == 1);
    }

    @Test
    void aFailureHoldsBackItsKeyOnlyAndIsShown() {
        set("bad", now.minusSeconds(120));
        set("good", now.minusSeconds(1));
        AtomicInteger tries = new AtomicInteger();
        DeadlineHandler handler = deadline -> {
            if (deadline.key().equals("bad")) {
                tries.incrementAndGet();
                throw new IllegalStateException("The pathway cannot be read");
            }
            return Optional.of(now.plusSeconds(3_600));
        };
        try (DeadlineLoop loop = started(handler, QUICK)) {
            assertThat(loop.isRunning()).isTrue();
            await().untilAsserted(() -> assertThat(Deadlines.waiting(postgres.serverJdbc(), Duration.ZERO))
                    .singleElement()
                    .satisfies(waiting -> {
                        assertThat(waiting.failures()).isEqualTo(1);
                        assertThat(waiting.failure()).contains("cannot be read");
                    }));
        }
        assertThat(tries).hasValue(1);
        // Its pause ends.
        postgres.serverJdbc()
                .sql("UPDATE deadlines.deadline SET leased_until = clock_timestamp() WHERE key = 'bad'")
                .update();
        assertThat(leased()).containsExactly("bad");
    }

    /** The handler found nothing to do; meanwhile an event has moved the deadline. */
    @Test
    void whatAnEventHasMovedIsNotSetBack() {
        set("p1", now.minusSeconds(5));
        Deadline found = deadlines.lease(10, LEASE).getFirst();
        set("p1", now.minusSeconds(2));
        put(found, Optional.of(now.plus(Duration.ofDays(90))));
        put(found, Optional.empty());
        deadlines.failed(found, new IllegalStateException("late"));
        assertThat(leased()).containsExactly("p1");
    }

    @Test
    void aLoopThatEndsLetsTheWorkInHandFinish() throws InterruptedException {
        IntStream.range(0, 20).forEach(i -> set("p" + i, now.minusSeconds(20 - i)));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        DeadlineLoop loop = started(
                deadline -> {
                    begun.countDown();
                    awaitQuietly(mayEnd);
                    done.add(deadline.key());
                    return Optional.of(now.plusSeconds(3_600));
                },
                new Settings(Duration.ofMillis(20), 50, 2, 2, LEASE, LEASE.dividedBy(2)));
        begun.await();
        Thread closer = Thread.ofVirtual().start(loop::close);
        mayEnd.countDown();
        closer.join();
        assertThat(done).isNotEmpty();
        assertThat(rows()).isEqualTo(20);
        assertThat(due()).isEqualTo(20 - done.size());
    }

    @Test
    void whatHasNoNextDeadlineKeepsItsRowAndIsNeverDue() {
        set("p1", now.minusSeconds(5));
        put(deadlines.lease(10, LEASE).getFirst(), Optional.empty());
        assertThat(leased()).isEmpty();
        assertThat(deadlines.page("", 10)).extracting(Deadlines.Held::key).containsExactly("p1");
        set("p1", now.minusSeconds(3));
        assertThat(leased()).containsExactly("p1");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long due() {
        return count("WHERE at <= clock_timestamp()");
    }

    private static long rows() {
        return count("");
    }

    private static long count(String where) {
        return postgres.serverJdbc()
                .sql("SELECT count(*) FROM deadlines.deadline " + where)
                .query(Long.class)
                .single();
    }
}
