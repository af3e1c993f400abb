package org.crossface.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaMigratorTest {

    private static final TestPostgres postgres = TestPostgres.with();

    @AfterAll
    static void close() {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE eventstore.event SET event_id = 'x'",
                "DELETE FROM eventstore.event",
                "TRUNCATE eventstore.event",
                "ALTER TABLE eventstore.event DISABLE TRIGGER ALL",
                "SELECT setval('eventstore.position_seq', 0)",
                "UPDATE documents.document SET id = 'x'",
                "DELETE FROM subjectkeys.subject_key",
                "SELECT * FROM eventstore.flyway_schema_history",
                "DROP SCHEMA eventstore CASCADE",
                "CREATE SCHEMA mine"
            })
    void serverCannotChangeWhatIsAppendOnly(String sql) {
        assertThatThrownBy(() -> postgres.serverJdbc().sql(sql).update())
                .rootCause()
                .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
    }

    @Test
    void serverWritesOrdinaryTables() {
        assertThat(postgres.serverJdbc()
                        .sql(
                                "INSERT INTO dispatch.idempotency (actor, key, route, body_hash) VALUES ('a', 'k', 'r', 'h')")
                        .update())
                .isOne();
        assertThat(postgres.serverJdbc().sql("DELETE FROM dispatch.idempotency").update())
                .isOne();
    }

    @Test
    void migratesAgainWithoutEffect() {
        PostgresEndpoint endpoint = TestPostgres.emptyDatabase();
        SchemaMigrator migrator = new SchemaMigrator(endpoint, List.of());
        migrator.migrate();
        migrator.migrate();
        assertThat(new SchemaMigrator(
                        new PostgresEndpoint(endpoint.url(), null, endpoint.owner(), endpoint.server()), List.of()))
                .satisfies(SchemaMigrator::migrate);
    }

    @Test
    void nodesThatStartTogetherDoNotDisturbEachOther() throws Exception {
        PostgresEndpoint endpoint = TestPostgres.emptyDatabase();
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            List<Future<?>> migrations = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                migrations.add(nodes.submit(() -> new SchemaMigrator(endpoint, List.of()).migrate()));
            }
            for (Future<?> migration : migrations) {
                migration.get();
            }
        }
    }

    @Test
    void namesTheMissingSchemaLocation() {
        PostgresEndpoint endpoint = TestPostgres.emptyDatabase();
        assertThatThrownBy(() -> new SchemaMigrator(endpoint, List.of(new ModuleSchema("nowhere"))).migrate())
                .hasMessageContaining("db/nowhere");
    }
}
