package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crossface.platform.eventstore.AppendFailure.Outcome;
import org.crossface.platform.eventstore.FaultyConnections.Fault;
import org.crossface.platform.loops.Loops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups whose connection breaks, once or for good. */
@Timeout(60)
class LostConnectionTest extends GroupAppending {

    private static final Duration SEARCH = Duration.ofMillis(500);

    LostConnectionTest() {
        super(postgres.server());
    }

    /** Without the conflict the lost statement was committed, or never sent; with it, it was rolled back or never sent. */
    @ParameterizedTest
    @CsvSource({
        "BEFORE_THE_STATEMENT, false",
        "AFTER_THE_STATEMENT, false",
        "BEFORE_THE_STATEMENT, true",
        "AFTER_THE_STATEMENT, true"
    })
    void leavesEachUnitOfAGroupStoredOnceAndNoneRefusedByMistake(Fault fault, boolean withConflict) throws Exception {
        String taken = newStream();
        appender.append(unit(event(taken, 0)));
        String a = newStream();
        String b = newStream();
        String c = newStream();
        String key = newStream();
        connections.befall(Fault.NONE, fault);
        List<Future<long[]>> futures = together(
                keyed(key, event(a, 0)),
                unit(event(b, 0), event(c, 0), event(b, 1)),
                unit(event(withConflict ? taken : newStream(), 0)));
        assertThat(futures.get(0).get()).containsExactly(positionsOf(a).get(0));
        assertThat(positionsOf(a)).hasSize(1);
        assertThat(futures.get(1).get())
                .containsExactly(
                        positionsOf(b).get(0),
                        positionsOf(c).get(0),
                        positionsOf(b).get(1));
        assertThat(transactionsOf(b, c)).hasSize(1);
        assertThat(keptPosition(key)).isEqualTo(positionsOf(a).get(0));
        if (withConflict) {
            assertThat(failureOf(futures.get(2)).isDuplicate()).isTrue();
            assertThat(positionsOf(taken)).hasSize(1);
        } else {
            assertThat(futures.get(2).get()).hasSize(1);
        }
        assertThat(appender.figures().alone()).isEqualTo(3);
        assertThat(appender.figures().units()).isEqualTo(withConflict ? 4 : 5);
    }

    private static long keptPosition(String key) {
        return postgres.serverJdbc()
                .sql("SELECT position FROM dispatch.idempotency WHERE key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    /** The second loss befalls the retry of the first unit; those behind it have their turn, then it has another. */
    @Test
    void isLostAgainForOneAndNoneIsForgotten() throws Exception {
        connections.befall(Fault.NONE, Fault.BEFORE_THE_STATEMENT, Fault.AFTER_THE_STATEMENT, Fault.NONE);
        List<String> streams = List.of("1-" + newStream(), "2-" + newStream(), "3-" + newStream());
        List<Future<long[]>> futures =
                together(streams.stream().map(stream -> unit(event(stream, 0))).toArray(AppendBatch[]::new));
        for (int n = 0; n < streams.size(); n++) {
            assertThat(futures.get(n).get())
                    .containsExactly(positionsOf(streams.get(n)).get(0));
        }
        assertThat(positionsOf(streams.get(0)).get(0))
                .as("stored by the attempt whose answer was lost, before its neighbours")
                .isLessThan(positionsOf(streams.get(1)).get(0));
    }

    @Test
    void refusesWhatLostItsRaceMeanwhile() throws Exception {
        String stream = newStream();
        appender.append(unit(event(stream, 0)));
        connections.befall(Fault.BEFORE_THE_STATEMENT);
        assertThatThrownBy(() -> appender.append(unit(event(stream, 0))))
                .isInstanceOfSatisfying(
                        AppendFailure.class, e -> assertThat(e.isDuplicate()).isTrue());
    }

    /** One time for all of them: else the last of many would wait many times as long, and all that comes after them. */
    @Test
    void saysSoOfAllAtOnceWhenNobodyKnows() throws Exception {
        try (GroupAppender impatient = impatient()) {
            connections.befall(Fault.NONE, Fault.AFTER_THE_STATEMENT_FOR_GOOD);
            List<String> streams =
                    Stream.generate(GroupAppending::newStream).limit(8).toList();
            List<Future<long[]>> futures = together(impatient, units(streams));
            long begin = System.nanoTime();
            for (Future<long[]> future : futures) {
                assertThatThrownBy(future::get).hasCauseInstanceOf(AppendOutcomeUnknown.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SEARCH.multipliedBy(4));
            assertThat(streams)
                    .allSatisfy(stream -> assertThat(positionsOf(stream)).hasSize(1));
        }
    }

    /** It would get no connection, and no pause either: it would try without end. */
    @Test
    void saysSoToWhoIsInterrupted() throws Exception {
        BatchWriter patient = new BatchWriter(connections, Duration.ofMinutes(5));
        connections.befall(Fault.AFTER_THE_STATEMENT_FOR_GOOD);
        String stream = newStream();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                patient.writeAlone(unit(event(stream, 0)));
            } catch (AppendFailure | RuntimeException e) {
                thrown.complete(e);
            }
        });
        soon().until(() -> connections.statements.get() == 1);
        caller.interrupt();
        assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(AppendOutcomeUnknown.class);
        assertThat(positionsOf(stream)).hasSize(1);
    }

    private GroupAppender impatient() {
        return GroupAppender.start(GroupAppend.defaults(), new BatchWriter(connections, SEARCH), new Loops());
    }

    private static AppendBatch[] units(List<String> streams) {
        return streams.stream().map(stream -> unit(event(stream, 0))).toArray(AppendBatch[]::new);
    }

    /** Each would wait the whole of a pool's patience for a connection; and nothing of those that have not had their turn was sent. */
    @Test
    void refusesTheRestOfAGroupThatIsRunOneByOneOnceTheDatabaseIsGone() throws Exception {
        try (GroupAppender impatient = impatient()) {
            connections.befall(Fault.NONE, Fault.NONE, Fault.AFTER_THE_STATEMENT_FOR_GOOD);
            String unheard = "0-" + newStream();
            List<String> rest =
                    Stream.generate(() -> "1-" + newStream()).limit(5).toList();
            List<AppendBatch> units = new ArrayList<>(
                    List.of(unit(event("2-" + newStream(), 0, "test.text", "not json")), unit(event(unheard, 0))));
            units.addAll(List.of(units(rest)));
            List<Future<long[]>> futures = together(impatient, units.toArray(AppendBatch[]::new));
            assertThatThrownBy(futures.get(1)::get).hasCauseInstanceOf(AppendOutcomeUnknown.class);
            for (Future<long[]> other : futures.subList(2, futures.size())) {
                assertThat(failureOf(other).outcome()).isEqualTo(Outcome.ABSENT);
            }
            assertThat(failureOf(futures.get(0)).outcome()).isEqualTo(Outcome.ABSENT);
            assertThat(impatient.figures().alone()).as("had their turn").isOne();
            assertThat(positionsOf(unheard)).hasSize(1);
            assertThat(rest)
                    .allSatisfy(stream -> assertThat(positionsOf(stream)).isEmpty());
        }
    }
}
