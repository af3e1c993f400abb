package org.crossface.audit.replay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.SchemaMigrator;
import org.flywaydb.core.Flyway;

/** The schema into which a replay builds the views: made anew each time, by the owner, from the migrations of the serving one. */
final class ReplaySchema {

    /** Its name. */
    static final String NAME = "coordination_replay";

    private static final String MIGRATIONS = "classpath:db/coordination";

    private ReplaySchema() {}

    /**
     * Empty tables as the serving schema has them.
     *
     * @throws IllegalStateException if the owner cannot make them
     */
    static void create(PostgresEndpoint endpoint) {
        try (Connection owner = DriverManager.getConnection(
                        endpoint.url(),
                        endpoint.owner().user(),
                        endpoint.owner().password());
                Statement statement = owner.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + NAME + " CASCADE");
            statement.execute("CREATE SCHEMA " + NAME);
            statement.execute("GRANT USAGE ON SCHEMA " + NAME + " TO " + SchemaMigrator.SERVER_ROLE);
            statement.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA " + NAME
                    + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + SchemaMigrator.SERVER_ROLE);
            Flyway.configure()
                    .dataSource(
                            endpoint.url(),
                            endpoint.owner().user(),
                            endpoint.owner().password())
                    .schemas(NAME)
                    .createSchemas(false)
                    .locations(MIGRATIONS)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the schema " + NAME + ": " + e.getMessage(), e);
        }
    }
}
