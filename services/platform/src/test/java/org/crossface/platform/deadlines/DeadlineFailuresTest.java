package org.crossface.platform.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossface.platform.deadlines.DeadlineLoop.Settings;
import org.crossface.platform.deadlines.DeadlineWatch.Reported;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/**
 * The ways in which timers fail in the field, as far as they concern the table and the loop. Each test has a control: the same course
 * without the protection, in which the failure is seen. {@code docs/performance.md} names the tests of all fourteen.
 */
class DeadlineFailuresTest {

    private static final TestPostgres postgres = TestPostgres.with();
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofHours(1);

    private final Instant now = Instant.now();
    private final Instant later = now.plus(Duration.ofDays(90));
    private final Deadlines deadlines = new Deadlines(postgres.serverJdbc(), "pathway");

    @BeforeEach
    void nothingIsDue() {
        postgres.ownerJdbc()
                .sql("TRUNCATE deadlines.deadline, domain_time.clock")
                .update();
    }

    private static Settings settings(int atOnce, int besidePeople, Duration lease, Duration begin) {
        return new Settings(Duration.ofMillis(20), 50, atOnce, besidePeople, lease, begin);
    }

    private DeadlineLoop started(DeadlineHandler handler, Settings settings, IntSupplier people) {
        DeadlineLoop loop = new DeadlineLoop(deadlines, handler, settings, people, new Loops());
        loop.start();
        return loop;
    }

    private void due(int number) {
        Map<String, @Nullable Instant> many = new HashMap<>();
        IntStream.range(0, number).forEach(i -> many.put("p%03d".formatted(i), now.minusSeconds(5)));
        deadlines.move(many);
    }

    private static List<String> keys(List<Deadline> found) {
        return found.stream().map(Deadline::key).toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long waiting() {
        return postgres.serverJdbc()
                .sql("SELECT count(*) FROM deadlines.deadline WHERE at <= clock_timestamp()")
                .query(Long.class)
                .single();
    }

    /** Modes 1 and 7: what was triggered is not triggered again before it has been handled, by this node or by another. */
    @Test
    void whatIsInWorkIsNotTakenAgain() {
        due(20);
        assertThat(takenTwice(LEASE)).isEmpty();
    }

    @Test
    void controlWithoutALeaseEverythingIsTakenAgain() {
        due(20);
        assertThat(takenTwice(Duration.ZERO)).hasSize(20);
    }

    private Set<String> takenTwice(Duration lease) {
        Set<String> twice = new HashSet<>(keys(deadlines.lease(50, lease)));
        twice.retainAll(keys(new Deadlines(postgres.serverJdbc(), "pathway").lease(50, lease)));
        return twice;
    }

    /** Mode 2: work that hangs holds up nothing else. */
    @Test
    void theOthersGoOnBesideWorkThatHangs() {
        assertThat(handledBesideWorkThatHangs(2)).isEqualTo(30);
    }

    @Test
    void controlWithOnePlaceWorkThatHangsHoldsUpEverything() {
        assertThat(handledBesideWorkThatHangs(1)).isZero();
    }

    private int handledBesideWorkThatHangs(int places) {
        due(30);
        deadlines.move(Map.of("hangs", now.minusSeconds(60)));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger handled = new AtomicInteger();
        AtomicInteger whenItEnded = new AtomicInteger(-1);
        DeadlineHandler handler = deadline -> {
            if (deadline.key().equals("hangs")) {
                begun.countDown();
                awaitQuietly(mayEnd);
                whenItEnded.set(handled.get());
            } else {
                handled.incrementAndGet();
            }
            return Optional.of(later);
        };
        try (DeadlineLoop loop = started(handler, settings(places, places, LEASE, LEASE.dividedBy(2)), () -> 0)) {
            awaitQuietly(begun);
            if (places > 1) {
                await().untilAsserted(() -> assertThat(handled).hasValue(30));
            }
            mayEnd.countDown();
            await().untilAsserted(() -> assertThat(waiting()).isZero());
            assertThat(loop.isRunning()).isTrue();
        }
        return whenItEnded.get();
    }

    /** Mode 2: work that never ends is given up when its lease is over, and counts as failed. */
    @Test
    void workThatNeverEndsIsGivenUp() {
        due(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        DeadlineHandler handler = deadline -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return Optional.empty();
        };
        try (DeadlineLoop loop = started(handler, settings(1, 1, SHORT, SHORT.dividedBy(2)), () -> 0)) {
            awaitQuietly(interrupted);
            await().untilAsserted(() -> assertThat(Deadlines.waiting(postgres.serverJdbc(), Duration.ZERO))
                    .singleElement()
                    .satisfies(each -> assertThat(each.failures()).isEqualTo(1)));
            assertThat(loop.isRunning()).isTrue();
        }
    }

    /** Mode 3: one thread looks, however many deadlines there are and however often they are moved. */
    @Test
    void movedDeadlinesStartNoFurtherLooks() {
        try (DeadlineLoop loop =
                started(deadline -> Optional.of(later), settings(4, 4, LEASE, LEASE.dividedBy(2)), () -> 0)) {
            IntStream.range(0, 20).forEach(i -> due(50));
            await().untilAsserted(() -> assertThat(waiting()).isZero());
            assertThat(loop.isRunning()).isTrue();
            assertThat(looking()).isEqualTo(1);
            // Control: a second loop would be counted.
            try (DeadlineLoop second =
                    started(deadline -> Optional.of(later), settings(4, 4, LEASE, LEASE.dividedBy(2)), () -> 0)) {
                assertThat(second.isRunning()).isTrue();
                assertThat(looking()).isEqualTo(2);
            }
        }
    }

    private static long looking() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("deadlines-pathway") && each.isAlive())
                .count();
    }

    /** Modes 4 and 14: a name of another release and an instant of another century are kept, and the first is alarmed. */
    @Test
    void unknownNamesAndFarInstantsAreKept() {
        new Deadlines(postgres.serverJdbc(), "of a later release")
                .move(Map.of("p1", now.minus(Duration.ofDays(1_000))));
        deadlines.move(Map.of("far", now.plus(Duration.ofDays(36_500))));
        due(30);
        try (DeadlineLoop loop =
                started(deadline -> Optional.of(later), settings(4, 4, LEASE, LEASE.dividedBy(2)), () -> 0)) {
            assertThat(loop.isRunning()).isTrue();
            await().untilAsserted(() -> assertThat(waiting()).isEqualTo(1));
        }
        assertThat(allKept()).isTrue();
        DeadlineWatch watch = new DeadlineWatch(postgres.serverJdbc(), Set.of("pathway"));
        DeadlineHealth health = new DeadlineHealth(watch);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.reported()).singleElement().satisfies(each -> {
            assertThat(each.known()).isFalse();
            assertThat(each.alarming()).isTrue();
        });
        // Control: a scheduler that removes what it does not know, and one that keeps nothing for so long.
        postgres.ownerJdbc()
                .sql(
                        "DELETE FROM deadlines.deadline WHERE name <> 'pathway' OR at > clock_timestamp() + interval '14 years'")
                .update();
        assertThat(allKept()).isFalse();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private boolean allKept() {
        return postgres.serverJdbc()
                        .sql("SELECT count(*) FROM deadlines.deadline WHERE key IN ('p1', 'far')")
                        .query(Long.class)
                        .single()
                == 2;
    }

    /** Known names are alarmed when their number stands still for a minute, however many are worked off meanwhile. */
    @Test
    void aStandstillIsAlarmedAndACatchUpIsNot() {
        AtomicLong nanos = new AtomicLong();
        DeadlineWatch watch = new DeadlineWatch(postgres.serverJdbc(), Set.of("pathway"), nanos::get);
        DeadlineHealth health = new DeadlineHealth(watch);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        due(30);
        for (int left = 30; left > 20; left--) {
            assertThat(watch.reported()).noneMatch(Reported::alarming);
            nanos.addAndGet(Duration.ofSeconds(40).toNanos());
            deadlines.put(Map.of(deadlines.lease(1, LEASE).getFirst(), Optional.of(later)));
        }
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    /** What fails again and again is alarmed although others are handled beside it. */
    @Test
    void workThatFailsAgainAndAgainIsAlarmed() {
        due(1);
        DeadlineWatch watch = new DeadlineWatch(postgres.serverJdbc(), Set.of("pathway"));
        DeadlineHealth health = new DeadlineHealth(watch);
        Deadline found = deadlines.lease(1, LEASE).getFirst();
        IntStream.range(0, 4).forEach(i -> deadlines.failed(found, new IllegalStateException("again")));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        deadlines.failed(found, new IllegalStateException("again"));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    /** Mode 6: the connections break in the middle of the work. */
    @Test
    void afterAFaultOfTheDatabaseEverythingIsHandled() {
        assertThat(waitingAfterAFault(SHORT)).isZero();
    }

    @Test
    void controlWithoutAnEndOfTheLeaseItStaysStuck() {
        assertThat(waitingAfterAFault(LONG)).isEqualTo(40);
    }

    /** All are leased by a node that then loses its connections; a second one works on. */
    private long waitingAfterAFault(Duration lease) {
        due(40);
        assertThat(deadlines.lease(50, lease)).hasSize(40);
        postgres.ownerJdbc()
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid() AND usename = current_user")
                .query(Long.class)
                .single();
        AtomicInteger looks = new AtomicInteger();
        try (DeadlineLoop loop =
                started(deadline -> Optional.of(later), settings(4, 4, LEASE, LEASE.dividedBy(2)), () -> {
                    looks.incrementAndGet();
                    return 0;
                })) {
            assertThat(loop.isRunning()).isTrue();
            if (lease.equals(LONG)) {
                await().untilAsserted(() -> assertThat(looks.get()).isGreaterThan(20));
            } else {
                await().untilAsserted(() -> assertThat(waiting()).isZero());
            }
        }
        return waiting();
    }

    /** Mode 9: this process stood still for longer than the lease, and another node has taken what it had leased. */
    @Test
    void afterALongPauseNothingBeginsThatAnotherNodeMayHaveTaken() {
        assertThat(begunAlthoughTaken(SHORT.dividedBy(2))).isEmpty();
    }

    @Test
    void controlWithoutALimitItBeginsToo() {
        assertThat(begunAlthoughTaken(LONG)).isNotEmpty();
    }

    private Set<String> begunAlthoughTaken(Duration begin) {
        due(5);
        Set<String> begun = Collections.synchronizedSet(new HashSet<>());
        CountDownLatch never = new CountDownLatch(1);
        DeadlineHandler handler = deadline -> {
            begun.add(deadline.key());
            awaitQuietly(never);
            return Optional.of(later);
        };
        AtomicInteger turns = new AtomicInteger();
        Settings once = new Settings(LONG, 50, 1, 1, SHORT, begin);
        List<String> taken = new ArrayList<>();
        DeadlineLoop loop = started(handler, once, () -> {
            turns.incrementAndGet();
            return 0;
        });
        try (loop) {
            await().untilAsserted(() -> assertThat(begun).isNotEmpty());
            await().untilAsserted(() -> {
                taken.addAll(keys(deadlines.lease(50, LEASE)));
                assertThat(taken).hasSizeGreaterThanOrEqualTo(4);
            });
            // The first one has been given up by now or is soon: the loop comes to those that it has leased and not
            // begun.
            await().untilAsserted(() -> assertThat(Deadlines.waiting(postgres.serverJdbc(), Duration.ZERO))
                    .anyMatch(each -> each.failures() > 0));
            int before = turns.get();
            await().untilAsserted(() -> assertThat(turns.get()).isGreaterThan(before + 2));
            never.countDown();
        }
        Set<String> both = new HashSet<>(begun);
        both.remove("p000"); // begun before it was taken
        both.retainAll(taken);
        return both;
    }

    /** Mode 10: after a long downtime everything is handled, in order of time. */
    @Test
    void whatPassedWhileNoNodeRanIsHandledInOrderOfTime() {
        Map<String, @Nullable Instant> missed = new HashMap<>();
        IntStream.range(0, 200)
                .forEach(i -> missed.put("p%03d".formatted(i), now.minus(Duration.ofHours(1_000 - i * 5L))));
        deadlines.move(missed);
        List<String> handled = Collections.synchronizedList(new ArrayList<>());
        DeadlineHandler handler = deadline -> {
            handled.add(deadline.key());
            return Optional.empty();
        };
        try (DeadlineLoop loop = started(handler, settings(1, 1, LEASE, LEASE.dividedBy(2)), () -> 0)) {
            assertThat(loop.isRunning()).isTrue();
            await().untilAsserted(() -> assertThat(waiting()).isZero());
        }
        assertThat(handled).hasSize(200).isSorted();
        // Control: in the order of a map it would not be.
        assertThat(new ArrayList<>(missed.keySet())).isNotEqualTo(handled);
    }

    /** Modes 11 and 13: a look goes on behind the last one that it has leased, so that it does not step over what was handled. */
    @Test
    void aLookThatGoesOnFindsEachOfOneInstantOnce() {
        due(45);
        List<String> found = new ArrayList<>();
        Deadline last = null;
        for (int look = 0; look < 5; look++) {
            List<Deadline> leased = deadlines.lease(10, LEASE, last);
            found.addAll(keys(leased));
            last = leased.getLast();
        }
        assertThat(found).hasSize(45).doesNotHaveDuplicates().isSorted();
        assertThat(deadlines.lease(10, LEASE, last)).isEmpty();
    }

    /** People come first: beside their commands less work is begun at once. */
    @Test
    void workMakesRoomForPeople() {
        assertThat(mostAtOnce(() -> 1)).isEqualTo(2);
    }

    @Test
    void controlWithoutPeopleMoreWorkIsBegunAtOnce() {
        assertThat(mostAtOnce(() -> 0)).isEqualTo(8);
    }

    private int mostAtOnce(IntSupplier people) {
        due(40);
        int places = people.getAsInt() == 0 ? 8 : 2;
        Map<String, Boolean> begun = new ConcurrentHashMap<>();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(places);
        DeadlineHandler handler = deadline -> {
            begun.put(deadline.key(), true);
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            full.countDown();
            awaitQuietly(full);
            atOnce.decrementAndGet();
            return Optional.of(later);
        };
        try (DeadlineLoop loop = started(handler, settings(8, 2, LEASE, LEASE.dividedBy(2)), people)) {
            assertThat(loop.isRunning()).isTrue();
            await().untilAsserted(() -> assertThat(waiting()).isZero());
        }
        assertThat(begun).hasSize(40);
        return most.get();
    }

    /** A page goes through all keys, those without a deadline too; what was set meanwhile is not replaced. */
    @Test
    void allKeysAreGoneThroughAndWhatWasSetMeanwhileStays() {
        due(25);
        Map<String, @Nullable Instant> none = new HashMap<>();
        none.put("none", null);
        deadlines.move(none);
        List<Deadlines.Held> all = new ArrayList<>();
        List<Deadlines.Held> page = deadlines.page("", 10);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = deadlines.page(page.getLast().key(), 10);
        }
        assertThat(all).hasSize(26);
        deadlines.move(Map.of("p003", now.plusSeconds(60)));
        Map<Deadlines.Held, @Nullable Instant> wanted =
                all.stream().collect(Collectors.toMap(each -> each, each -> later));
        assertThat(deadlines.replace(wanted)).isEqualTo(25);
        assertThat(deadlines.page("p002", 1))
                .singleElement()
                .satisfies(each -> assertThat(each.at())
                        .isNotEqualTo(deadlines.page("none", 1).getFirst().at()));
    }
}
