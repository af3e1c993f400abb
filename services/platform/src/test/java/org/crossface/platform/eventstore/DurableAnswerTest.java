package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.common.AxonConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** No unit of work is told that it is stored before its commit has ended, whichever way it is appended. */
@Timeout(60)
class DurableAnswerTest extends GroupAppending {

    private static final String IN_ITS_COMMIT = " WHERE NOT granted AND locktype = 'advisory' AND database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database())";

    private final BatchWriter writer = new BatchWriter(postgres.server(), Duration.ofSeconds(5));

    DurableAnswerTest() {
        super(postgres.server());
    }

    /** How a unit is appended. */
    enum Way {
        IN_A_GROUP(1),
        ALONE(1),
        IN_PARTS(AppendStatement.MOST_EVENTS + 50);

        private final int events;

        Way(int events) {
            this.events = events;
        }
    }

    /** All statements have been executed, and the commit waits for a lock. */
    @ParameterizedTest
    @EnumSource
    void comesAfterTheCommit(Way way) throws Exception {
        String stream = newStream();
        AppendBatch unit = new AppendBatch(
                LongStream.range(0, way.events).mapToObj(n -> held(stream, n)).toList(), null);
        try (Connection other = postgres.owner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(1, 1)");
            Future<long[]> appended =
                    threads.submit(() -> way == Way.IN_A_GROUP ? appender.append(unit) : writer.writeAlone(unit));
            soon().until(DurableAnswerTest::oneWaitsInItsCommit);
            assertThat(appended.isDone()).isFalse();
            assertThat(positionsOf(stream)).isEmpty();
            other.rollback();
            assertThat(appended.get()).hasSize(way.events);
            assertThat(positionsOf(stream)).hasSize(way.events);
            assertThat(transactionsOf(stream)).hasSize(1);
        }
    }

    /** Whose commit fails, was not stored, and his neighbours were, though all statements had succeeded. */
    @Test
    void isARefusalWhenTheCommitFails() throws Exception {
        String neighbour = "0-" + newStream();
        String stream = "1-" + newStream();
        List<Future<long[]>> futures;
        try (Connection other = postgres.owner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(1, 1)");
            futures = together(unit(held(stream, 0)), unit(event(neighbour, 0)));
            cancelTheCommit();
            assertThat(futures.get(1)).succeedsWithin(Duration.ofSeconds(20));
            cancelTheCommit();
            assertThat(failureOf(futures.get(0)).failure().getSQLState()).isEqualTo("57014");
            other.rollback();
        }
        assertThat(positionsOf(stream)).isEmpty();
        assertThat(positionsOf(neighbour)).hasSize(1);
    }

    private static void cancelTheCommit() {
        soon().until(DurableAnswerTest::oneWaitsInItsCommit);
        postgres.serverJdbc()
                .sql("SELECT count(pg_cancel_backend(pid)) FROM pg_locks" + IN_ITS_COMMIT)
                .query(Long.class)
                .single();
    }

    private static NewEvent held(String stream, long number) {
        return new NewEvent(number, Instant.now(), stream, "Held", newStream(), "test.text", "1", "{}", "{}");
    }

    private static boolean oneWaitsInItsCommit() {
        return postgres.ownerJdbc()
                .sql("SELECT count(*) = 1 FROM pg_locks" + IN_ITS_COMMIT)
                .query(Boolean.class)
                .single();
    }

    /** Of the engine's own sessions and of those of its writers. */
    @ParameterizedTest
    @EnumSource(names = {"ALONE", "IN_A_GROUP"})
    void isNotLeftToSessionsThatLoseAcknowledgedEvents(Way way) throws SQLException {
        try (Connection session = postgres.server().getConnection();
                Statement statement = session.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            SingleConnectionDataSource forgetful = new SingleConnectionDataSource(session, true);
            PostgresEventStorageEngine.Builder builder = AxonEngineContractTest.builder(postgres);
            if (way == Way.IN_A_GROUP) {
                builder.groupAppend(GroupAppend.defaults(), forgetful);
            } else {
                builder.dataSource(forgetful);
            }
            assertThatThrownBy(builder::build)
                    .isInstanceOf(AxonConfigurationException.class)
                    .hasMessageContaining("synchronous_commit");
            statement.execute("SET synchronous_commit = on");
        }
    }
}
