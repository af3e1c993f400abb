package org.crossface.platform.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the two database roles if it may, then migrates every schema as the owner. The server's role may read and write rows but owns
 * nothing; a migration revokes what that role must not do, as in {@code REVOKE UPDATE, DELETE, TRUNCATE ON eventstore.event FROM
 * crossface_server}.
 */
public final class SchemaMigrator {

    /** The role that migrations grant to and revoke from; the server logs in as this role or as a member of it. */
    public static final String SERVER_ROLE = "crossface_server";

    private static final Logger log = LoggerFactory.getLogger(SchemaMigrator.class);

    private static final int LOCK_AREA = 0x4D494752;

    private final PostgresEndpoint endpoint;
    private final Collection<ModuleSchema> schemas;

    public SchemaMigrator(PostgresEndpoint endpoint, Collection<ModuleSchema> schemas) {
        this.endpoint = endpoint;
        this.schemas = List.copyOf(schemas);
    }

    /**
     * Brings every schema to its newest version: the platform's own first, then the others by name.
     *
     * @throws IllegalStateException if PostgreSQL cannot be reached, a role is missing or a migration fails
     */
    public void migrate() {
        try {
            if (endpoint.admin() != null) {
                prepareRoles(endpoint.admin());
            }
            try (Connection owner = connect(endpoint.owner())) {
                requireServerRole(owner);
                waitForOtherNodes(owner);
                for (ModuleSchema schema : inOrder()) {
                    prepare(owner, schema);
                    migrate(schema);
                    protectHistory(owner, schema);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the database " + endpoint.url() + ": " + e.getMessage(), e);
        }
    }

    private List<ModuleSchema> inOrder() {
        List<ModuleSchema> own = PlatformSchemas.ALL;
        TreeSet<ModuleSchema> others = new TreeSet<>(schemas);
        others.removeAll(own);
        return Stream.concat(own.stream(), others.stream()).toList();
    }

    private void prepareRoles(Login admin) throws SQLException {
        try (Connection connection = connect(admin)) {
            waitForOtherNodes(connection);
            createRole(connection, endpoint.owner());
            createRole(connection, endpoint.server());
            try (Statement statement = connection.createStatement()) {
                String database = quote(connection.getCatalog());
                String owner = quote(endpoint.owner().user());
                statement.execute("GRANT CREATE, CONNECT ON DATABASE " + database + " TO " + owner);
                statement.execute("GRANT CONNECT ON DATABASE " + database + " TO "
                        + quote(endpoint.server().user()));
            }
        }
    }

    private static void createRole(Connection connection, Login login) throws SQLException {
        if (!exists(connection, login.user())) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE ROLE " + quote(login.user()) + " LOGIN PASSWORD " + literal(login.password()));
            } catch (SQLException e) {
                if (!exists(connection, login.user())) {
                    throw e;
                }
                log.debug("Another node has created the role {}", login.user(), e);
            }
        }
    }

    /** Nodes that start at the same time migrate one after the other; the lock ends with the connection. */
    private static void waitForOtherNodes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK_AREA + ", 0)");
        }
    }

    private void requireServerRole(Connection owner) throws SQLException {
        if (!exists(owner, SERVER_ROLE)) {
            throw new IllegalStateException("The database role " + SERVER_ROLE
                    + " does not exist. Create it with: CREATE ROLE " + SERVER_ROLE
                    + " LOGIN PASSWORD '...'; or set crossface.postgres.admin-user");
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            statement.setString(1, role);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void prepare(Connection owner, ModuleSchema schema) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema.name());
            statement.execute("GRANT USAGE ON SCHEMA " + schema.name() + " TO " + SERVER_ROLE);
            String defaults = "ALTER DEFAULT PRIVILEGES IN SCHEMA " + schema.name() + " GRANT ";
            statement.execute(defaults + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + SERVER_ROLE);
            statement.execute(defaults + "USAGE, SELECT ON SEQUENCES TO " + SERVER_ROLE);
        }
    }

    private void migrate(ModuleSchema schema) {
        Flyway.configure()
                .dataSource(GuardedSession.ofMigrations(endpoint, endpoint.owner()))
                .schemas(schema.name())
                .createSchemas(false)
                .locations(schema.location())
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    private static void protectHistory(Connection owner, ModuleSchema schema) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("REVOKE ALL ON " + schema.name() + ".flyway_schema_history FROM " + SERVER_ROLE);
        }
    }

    private Connection connect(Login login) throws SQLException {
        return GuardedSession.ofMigrations(endpoint, login).getConnection();
    }

    private static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
