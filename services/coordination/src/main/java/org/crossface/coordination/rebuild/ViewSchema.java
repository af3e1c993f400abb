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

/** Creates, moves and drops the schema of a view, with the migrations of the serving schema. */
public final class ViewSchema {

    private ViewSchema() {}

    /** The schemas of the serving views. */
    public static List<ModuleSchema> serving(List<View> views) {
        return views.stream()
                .map(view -> new ModuleSchema(ViewPlace.SERVING.schemaOf(view.name())))
                .toList();
    }

    /**
     * Creates empty tables as in the serving schema. An existing schema of this name is dropped.
     *
     * @throws IllegalStateException if they cannot be created
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

    /** The statement that drops the schema, if it exists. */
    static String drop(String view, ViewPlace place) {
        return "DROP SCHEMA IF EXISTS " + place.schemaOf(view) + " CASCADE";
    }

    /** The statement that renames the schema; the new name must be free. */
    static String move(String view, ViewPlace from, ViewPlace to) {
        return "ALTER SCHEMA " + from.schemaOf(view) + " RENAME TO " + to.schemaOf(view);
    }
}
