package org.crossface.coordination.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.crossface.coordination.views.View;
import org.crossface.coordination.views.ViewPlace;
import org.crossface.platform.schema.GuardedSession;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.SchemaMigrator;
import org.flywaydb.core.Flyway;

/** The schema of a view in one place: made by the owner from the migrations of the serving schema. */
public final class ViewSchema {

    private ViewSchema() {}

    /** The schemas of the serving views. */
    public static List<ModuleSchema> serving(List<View> views) {
        return views.stream()
                .map(view -> new ModuleSchema(ViewPlace.SERVING.schemaOf(view.name())))
                .toList();
    }

    /**
     * Empty tables as the serving schema has them; what was there under this name is gone.
     *
     * @throws IllegalStateException if the owner cannot make them
     */
    public static void create(PostgresEndpoint endpoint, String view, ViewPlace place) {
        String name = place.schemaOf(view);
        try (Connection owner = GuardedSession.ofOwner(endpoint);
                Statement statement = owner.createStatement()) {
            statement.execute(drop(view, place));
            statement.execute("CREATE SCHEMA " + name);
            statement.execute("GRANT USAGE ON SCHEMA " + name + " TO " + SchemaMigrator.SERVER_ROLE);
            statement.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA " + name
                    + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + SchemaMigrator.SERVER_ROLE);
            Flyway.configure()
                    .dataSource(GuardedSession.ofMigrations(endpoint, endpoint.owner()))
                    .schemas(name)
                    .createSchemas(false)
                    .locations(new ModuleSchema(ViewPlace.SERVING.schemaOf(view)).location())
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
            statement.execute("REVOKE ALL ON " + name + ".flyway_schema_history FROM " + SchemaMigrator.SERVER_ROLE);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the schema " + name + ": " + e.getMessage(), e);
        }
    }

    /** The statement that removes the tables, if there are any. */
    static String drop(String view, ViewPlace place) {
        return "DROP SCHEMA IF EXISTS " + place.schemaOf(view) + " CASCADE";
    }

    /** The statement that moves the tables to another place, which must be free. */
    static String move(String view, ViewPlace from, ViewPlace to) {
        return "ALTER SCHEMA " + from.schemaOf(view) + " RENAME TO " + to.schemaOf(view);
    }
}
