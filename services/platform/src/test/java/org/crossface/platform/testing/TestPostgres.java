package org.crossface.platform.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.crossface.platform.schema.Login;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.schema.PlatformSchemas;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.SchemaMigrator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL for tests: one server for all tests of a build ({@link TestServers}), and a database for each instance with the
 * platform's schemas and those asked for. Use it as a static field: {@code static final TestPostgres postgres = TestPostgres.with(new
 * ModuleSchema("billing"));} and close it after all tests, or leave it to the end of the JVM.
 */
public final class TestPostgres implements AutoCloseable {

    private static final Login ADMIN = new Login("postgres", "");
    private static final Login OWNER = new Login("crossface_owner", "owner");
    private static final Login SERVER = new Login("crossface_server", "server");
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<List<ModuleSchema>, String> TEMPLATES = new HashMap<>();

    private final PostgresEndpoint endpoint;
    private final String database;
    private final HikariDataSource server;
    private final HikariDataSource owner;

    private TestPostgres(String database) {
        this.database = database;
        this.endpoint = endpointOf(database);
        this.server = pool(endpoint, SERVER, 24);
        this.owner = pool(endpoint, OWNER, 4);
    }

    /** A fresh, migrated database. */
    public static TestPostgres with(ModuleSchema... schemas) {
        String template = template(List.of(schemas).stream().sorted().toList());
        String database = newName("test");
        admin("CREATE DATABASE " + database + " TEMPLATE " + template + " OWNER " + OWNER.user());
        return new TestPostgres(database);
    }

    private static synchronized String template(List<ModuleSchema> schemas) {
        return TEMPLATES.computeIfAbsent(schemas, TestPostgres::sharedTemplate);
    }

    /** One for all test JVMs of the build that have the same migrations; the first of them makes it and the others wait. */
    private static String sharedTemplate(List<ModuleSchema> schemas) {
        String migrations = Migrations.fingerprint(schemas);
        String name = "template_" + migrations;
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('" + name + "', 0))");
            if (!exists(statement, name)) {
                String unfinished = "unfinished_" + migrations;
                statement.execute("DROP DATABASE IF EXISTS " + unfinished + " WITH (FORCE)");
                statement.execute("CREATE DATABASE " + unfinished);
                new SchemaMigrator(endpointOf(unfinished), schemas).migrate();
                statement.execute("ALTER DATABASE " + unfinished + " RENAME TO " + name);
            }
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the template of " + schemas, e);
        }
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
            return found.next();
        }
    }

    /** An empty database without schema, for tests of the migration itself. */
    public static PostgresEndpoint emptyDatabase() {
        String name = newName("empty");
        admin("CREATE DATABASE " + name);
        return endpointOf(name);
    }

    /** A name that no other test of the build has given. */
    private static String newName(String kind) {
        return kind + "_" + TestServers.ofThisBuild().client() + "_" + nextNumber();
    }

    /** Another one each time. */
    static int nextNumber() {
        return COUNTER.incrementAndGet();
    }

    private static PostgresEndpoint endpointOf(String database) {
        return new PostgresEndpoint(urlOf(database), ADMIN, OWNER, SERVER);
    }

    private static String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:" + TestServers.ofThisBuild().postgresPort() + "/" + database;
    }

    /** Where the database is, for tests that start a Spring context. */
    public PostgresEndpoint endpoint() {
        return endpoint;
    }

    /** Connections in the role in which the server works. */
    public DataSource server() {
        return server;
    }

    /** Statements in the role in which the server works. */
    public JdbcClient serverJdbc() {
        return JdbcClient.create(server);
    }

    /** Connections in the role that owns the schemas. */
    public DataSource owner() {
        return owner;
    }

    /** Statements in the role that owns the schemas: what a careless administrator could do. */
    public JdbcClient ownerJdbc() {
        return JdbcClient.create(owner);
    }

    /** Every place of the database in which the text occurs, as {@code schema.table.column}. */
    public List<String> placesOf(String text) {
        List<String> places = new ArrayList<>();
        JdbcClient jdbc = ownerJdbc();
        List<Map<String, Object>> columns = jdbc.sql("""
                        SELECT table_schema, table_name, column_name FROM information_schema.columns
                         WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                           AND table_schema || '.' || table_name IN (SELECT schemaname || '.' || tablename FROM pg_tables)""").query().listOfRows();
        for (Map<String, Object> column : columns) {
            String table = "\"%s\".\"%s\"".formatted(column.get("table_schema"), column.get("table_name"));
            String name = "\"%s\"".formatted(column.get("column_name"));
            boolean found = jdbc.sql("SELECT EXISTS (SELECT 1 FROM " + table + " WHERE " + name
                            + "::text LIKE '%' || ? || '%' OR " + name + "::text LIKE '%' || ? || '%')")
                    .params(text, bytesOf(text))
                    .query(Boolean.class)
                    .single();
            if (found) {
                places.add(
                        column.get("table_schema") + "." + column.get("table_name") + "." + column.get("column_name"));
            }
        }
        return places;
    }

    /** How PostgreSQL shows these characters inside a bytea. */
    private static String bytesOf(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
        owner.close();
        admin("DROP DATABASE " + database + " WITH (FORCE)");
    }

    private static HikariDataSource pool(PostgresEndpoint endpoint, Login login, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(endpoint.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setPoolName(login.user());
        // The test server flushes nothing, so this costs nothing; the engine insists on it.
        config.addDataSourceProperty("options", "-c synchronous_commit=on");
        return new HikariDataSource(config);
    }

    private static void admin(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Failed: " + sql, e);
        }
    }

    private static Connection superuser() throws SQLException {
        return DriverManager.getConnection(urlOf("postgres"), ADMIN.user(), ADMIN.password());
    }

    /** What a template holds. */
    private static final class Migrations {

        /** Of the scripts of the platform and of these schemas, as this JVM's class path has them. */
        static String fingerprint(List<ModuleSchema> schemas) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                PathMatchingResourcePatternResolver scripts = new PathMatchingResourcePatternResolver();
                for (ModuleSchema schema : Stream.concat(PlatformSchemas.ALL.stream(), schemas.stream())
                        .distinct()
                        .sorted()
                        .toList()) {
                    digest.update(schema.name().getBytes(StandardCharsets.UTF_8));
                    for (Resource script : scripts.getResources(schema.location() + "/*")) {
                        digest.update(String.valueOf(script.getFilename()).getBytes(StandardCharsets.UTF_8));
                        digest.update(script.getContentAsByteArray());
                    }
                }
                return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has SHA-256", impossible);
            }
        }
    }
}
