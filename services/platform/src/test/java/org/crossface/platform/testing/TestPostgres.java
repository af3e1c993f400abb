package org.crossface.platform.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.crossface.platform.schema.Login;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.SchemaMigrator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL for tests: one server for the JVM, stopped when the JVM ends, and a database for each instance with the platform's
 * schemas and those asked for. Use it as a static field: {@code static final TestPostgres postgres = TestPostgres.with(new
 * ModuleSchema("coordination"));} and close it after all tests, or leave it to the end of the JVM.
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
        String database = "test_" + COUNTER.incrementAndGet();
        admin("CREATE DATABASE " + database + " TEMPLATE " + template + " OWNER " + OWNER.user());
        return new TestPostgres(database);
    }

    private static synchronized String template(List<ModuleSchema> schemas) {
        return TEMPLATES.computeIfAbsent(schemas, wanted -> {
            String name = "template_" + COUNTER.incrementAndGet();
            admin("CREATE DATABASE " + name);
            new SchemaMigrator(endpointOf(name), wanted).migrate();
            return name;
        });
    }

    /** An empty database without schema, for tests of the migration itself. */
    public static PostgresEndpoint emptyDatabase() {
        String name = "empty_" + COUNTER.incrementAndGet();
        admin("CREATE DATABASE " + name);
        return endpointOf(name);
    }

    private static PostgresEndpoint endpointOf(String database) {
        String url = "jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/" + database;
        return new PostgresEndpoint(url, ADMIN, OWNER, SERVER);
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
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Failed: " + sql, e);
        }
    }

    /** The one server of this JVM, started when the first test needs it. */
    private static final class Running {

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("shared_buffers", "64MB")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
