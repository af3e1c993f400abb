package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
}
