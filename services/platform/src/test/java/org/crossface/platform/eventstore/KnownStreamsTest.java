package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class KnownStreamsTest {

    private static final TestPostgres postgres = TestPostgres.with();

    private final JdbcClient jdbc = postgres.serverJdbc();

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Test
    void aStreamIsListedHoweverManyPositionsCommitBeforeItsCreation() {
        KnownStreams known = new KnownStreams(jdbc);
        create("Site", "first");
        assertThat(known.apply("Site")).containsExactly("first");

        JdbcTransactionManager transactions = new JdbcTransactionManager(postgres.server());
        TransactionTemplate slow = new TransactionTemplate(transactions);
        TransactionTemplate meanwhile = new TransactionTemplate(transactions);
        meanwhile.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        slow.executeWithoutResult(open -> {
            create("Site", "slow");
            meanwhile.executeWithoutResult(own -> {
                createdMeanwhile(10_001);
                create("Site", "swift");
                assertThat(known.apply("Site"))
                        .as("what lies above the horizon is shown at once")
                        .containsExactly("first", "swift");
            });
        });

        assertThat(known.apply("Site")).containsExactly("first", "slow", "swift");
        assertThat(known.apply("Site")).containsExactly("first", "slow", "swift");
        assertThat(known.apply("Practitioner")).hasSize(10_001);
        assertThat(known.apply("Policy")).isEmpty();
    }

    private void create(String type, String stream) {
        insert("SELECT ?, ?", type, stream);
    }

    private void createdMeanwhile(int streams) {
        insert("SELECT ?, 'practitioner-' || n FROM generate_series(1, ?) n", "Practitioner", streams);
    }

    private void insert(String typeAndStream, Object... parameters) {
        jdbc.sql("INSERT INTO eventstore.event (sequence_number, time, aggregate_id, aggregate_type, event_id,"
                        + " payload_type, payload, metadata)"
                        + " SELECT 0, now(), stream, type, stream, 'test.created', '{}', '{}'"
                        + " FROM (" + typeAndStream + ") AS created (type, stream)")
                .params(parameters)
                .update();
    }
}
