package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A caller's own transaction, with and without appends in groups. */
class AppendingTransactionTest {

    private static final TestPostgres postgres = TestPostgres.with();

    private final String stream = UUID.randomUUID().toString();

    @AfterAll
    static void close() {
        postgres.close();
    }

    private static PostgresEventStorageEngine engine(boolean inGroups) {
        PostgresEventStorageEngine.Builder builder = AxonEngineContractTest.builder(postgres);
        return (inGroups ? builder.groupAppend(GroupAppend.defaults()) : builder).build();
    }

    private static TransactionTemplate transaction(int propagation) {
        TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(postgres.server()));
        template.setPropagationBehavior(propagation);
        return template;
    }

    private void append(PostgresEventStorageEngine engine) {
        engine.appendEvents(List.of(new GenericDomainEventMessage<>("Test", stream, 0, "text")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isHonoured(boolean inGroups) {
        try (PostgresEventStorageEngine engine = engine(inGroups)) {
            transaction(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
                append(engine);
                assertThat(engine.lastSequenceNumberFor(stream)).hasValue(0L);
                status.setRollbackOnly();
            });
            assertThat(engine.lastSequenceNumberFor(stream)).isEmpty();
            assertThat(engine.groupAppender()
                            .map(group -> group.figures().units())
                            .orElse(0L))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void doesNotWaitForAPositionOnceItHasAppended(boolean inGroups) {
        try (PostgresEventStorageEngine engine = engine(inGroups)) {
            transaction(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
                AppendingTransaction.requireNone();
                append(engine);
                assertThatThrownBy(AppendingTransaction::requireNone).isInstanceOf(IllegalStateException.class);
                transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
                        .executeWithoutResult(inner -> AppendingTransaction.requireNone());
                assertThat(AppendingTransaction.isActive()).isTrue();
            });
            AppendingTransaction.requireNone();
        }
    }

    private long rows(String table, String column, String value) {
        return postgres.serverJdbc()
                .sql("SELECT count(*) FROM " + table + " WHERE " + column + " = ?")
                .param(value)
                .query(Long.class)
                .single();
    }

    private void reserve() {
        new JdbcTemplate(postgres.server())
                .update("INSERT INTO reservations.holding (set_name, key, holder) VALUES ('test', ?, 'h')", stream);
    }

    private static void append(PostgresEventStorageEngine engine, String stream, int events) {
        engine.appendEvents(IntStream.range(0, events)
                .mapToObj(n -> new GenericDomainEventMessage<>("Test", stream, n, "text"))
                .toList());
    }

    /** Of more events than one statement takes, with a row of the caller: all of it, or nothing. */
    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void isTheOneOfAllStatementsAndOfTheCallersRow(boolean inGroups, boolean rollback) {
        int events = AppendStatement.MOST_EVENTS + 50;
        try (PostgresEventStorageEngine engine = engine(inGroups)) {
            transaction(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
                reserve();
                append(engine, stream, events);
                if (rollback) {
                    status.setRollbackOnly();
                }
            });
            assertThat(rows("reservations.holding", "key", stream)).isEqualTo(rollback ? 0 : 1);
            assertThat(rows("eventstore.event", "aggregate_id", stream)).isEqualTo(rollback ? 0 : events);
            assertThat(postgres.serverJdbc()
                            .sql("SELECT count(*) FROM (SELECT xmin FROM reservations.holding WHERE key = :stream UNION"
                                    + " SELECT xmin FROM eventstore.event WHERE aggregate_id = :stream) AS transaction")
                            .param("stream", stream)
                            .query(Long.class)
                            .single())
                    .isEqualTo(rollback ? 0 : 1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofAnotherInsideEndsByItself(boolean inGroups) {
        String inside = UUID.randomUUID().toString();
        try (PostgresEventStorageEngine engine = engine(inGroups)) {
            transaction(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> {
                append(engine);
                transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
                        .executeWithoutResult(inner -> append(engine, inside, 2));
                status.setRollbackOnly();
            });
            assertThat(engine.lastSequenceNumberFor(inside)).hasValue(1L);
            assertThat(engine.lastSequenceNumberFor(stream)).isEmpty();
        }
    }

    /** The append would not be part of it, and one of many events not even whole. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onOtherConnectionsIsRefused(boolean inGroups) {
        try (PostgresEventStorageEngine engine = engine(inGroups)) {
            new TransactionTemplate(new JdbcTransactionManager(postgres.owner())).executeWithoutResult(status -> {
                assertThat(engine.lastSequenceNumberFor(stream)).isEmpty();
                assertThatThrownBy(() -> append(engine))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("append outside");
            });
            assertThat(engine.lastSequenceNumberFor(stream)).isEmpty();
            append(engine);
            assertThat(engine.lastSequenceNumberFor(stream)).hasValue(0L);
        }
    }
}
