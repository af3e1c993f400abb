package org.crossface.coordination.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.crossface.platform.schema.GuardedSession;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.SchemaMigrator;
import org.flywaydb.core.Flyway;

/** Schemas that hold the same tables as the serving views, made by the owner from the same migrations. */
public final class ViewSchema {

    private static final String MIGRATIONS = "classpath:db/coordination";

    private ViewSchema() {}

    /**
     * Empty tables as the serving schema has them; what was there under this name is gone.
     *
     * @throws IllegalStateException if the owner cannot make them
     */
    public static void create(PostgresEndpoint endpoint, String name) {
        try (Connection owner = owner(endpoint);
                Statement statement = owner.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + name + " CASCADE");
            statement.execute("CREATE SCHEMA " + name);
            statement.execute("GRANT USAGE ON SCHEMA " + name + " TO " + SchemaMigrator.SERVER_ROLE);
            statement.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA " + name
                    + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + SchemaMigrator.SERVER_ROLE);
            Flyway.configure()
                    .dataSource(GuardedSession.ofMigrations(endpoint, endpoint.owner()))
                    .schemas(name)
                    .createSchemas(false)
                    .locations(MIGRATIONS)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
            statement.execute("REVOKE ALL ON " + name + ".flyway_schema_history FROM " + SchemaMigrator.SERVER_ROLE);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the schema " + name + ": " + e.getMessage(), e);
        }
    }

    static Connection owner(PostgresEndpoint endpoint) throws SQLException {
        return GuardedSession.ofOwner(endpoint);
    }
}
