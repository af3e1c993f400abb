package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.crossface.platform.eventstore.FaultyConnections.Fault;
import org.crossface.platform.loops.Loops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units of work that meet an open transaction of somebody else, in sessions that do not wait for long. */
@Timeout(60)
class ContendedAppendTest extends GroupAppending {

    private static final String LOCK_TIMEOUT = "55P03";

    ContendedAppendTest() {
        super(with("lock_timeout=200"));
    }

    @Test
    void whoeverWaitsForAnotherTransactionHoldsUpItsNeighboursForABoundedTime() throws Exception {
        String held = newStream();
        String before = "0" + newStream();
        String after = "z" + newStream();
        try (Connection other = postgres.server().getConnection()) {
            other.setAutoCommit(false);
            BatchWriter.append(other, List.of(unit(event(held, 0))));
            List<Future<long[]>> futures =
                    together(unit(event(before, 0)), unit(event(held, 0)), unit(event(after, 0)));
            assertThat(futures.get(0)).succeedsWithin(Duration.ofSeconds(5));
            assertThat(futures.get(2)).succeedsWithin(Duration.ofSeconds(5));
            assertThat(failureOf(futures.get(1)).failure().getSQLState()).isEqualTo(LOCK_TIMEOUT);
            other.rollback();
        }
        assertThat(positionsOf(held)).isEmpty();
        assertThat(appender.append(unit(event(held, 0))))
                .containsExactly(positionsOf(held).get(0));
    }

    /** The lost attempt is still committing: who gives up waiting for its end knows nothing yet, and must not take it for a refusal. */
    @ParameterizedTest
    @ValueSource(strings = {"lock_timeout=150", "statement_timeout=150"})
    void aLostAttemptThatIsStillCommittingIsWaitedFor(String limit) throws Exception {
        FaultyConnections limited = new FaultyConnections(with(limit));
        String stream = newStream();
        AppendBatch unit = unit(event(stream, 0), event(stream, 1));
        try (GroupAppender patient = GroupAppender.start(
                        GroupAppend.defaults(), new BatchWriter(limited, Duration.ofSeconds(20)), new Loops());
                Connection lost = postgres.server().getConnection()) {
            lost.setAutoCommit(false);
            long[] positions = BatchWriter.append(lost, List.of(unit));
            limited.befall(Fault.BEFORE_THE_STATEMENT);
            Future<long[]> appended = threads.submit(() -> patient.append(unit));
            soon().until(() -> limited.statements.get() >= 4 || appended.isDone());
            assertThat(appended.isDone()).isFalse();
            lost.commit();
            assertThat(appended.get()).containsExactly(positions);
        }
        assertThat(positionsOf(stream)).hasSize(2);
    }
}
