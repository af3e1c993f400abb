package org.crossface.platform.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.crossface.platform.schema.Login;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.SchemaMigrator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL with the settings of the product's embedded one, and more connections, so that pgbench can have 128 of them. */
public final class BenchPostgres implements AutoCloseable {

    private static final Login ADMIN = new Login("postgres", "");
    private static final int POOL = 20;

    private final EmbeddedPostgres server;
    private final List<HikariDataSource> pools = new ArrayList<>();

    private BenchPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts an empty server. */
    public static BenchPostgres start() throws IOException {
        return new BenchPostgres(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("jit", "off")
                .setServerConfig("max_connections", "300")
                .start());
    }

    /** Makes a database with the product's schemas. */
    public PostgresEndpoint product(String database, ModuleSchema... schemas) {
        create(database);
        PostgresEndpoint endpoint = new PostgresEndpoint(
                url(database), ADMIN, new Login("crossface_owner", "owner"), new Login("crossface_server", "server"));
        new SchemaMigrator(endpoint, List.of(schemas)).migrate();
        return endpoint;
    }

    /** Makes an empty database. */
    public void create(String database) {
        admin("postgres").execute("CREATE DATABASE " + database);
    }

    /** An existing database, for the superuser. */
    PostgresEndpoint endpoint(String database) {
        return new PostgresEndpoint(url(database), ADMIN, ADMIN, ADMIN);
    }

    /** A pool of 20 connections of the superuser, closed with this object. */
    public HikariDataSource pool(String database) {
        return pool(url(database), ADMIN);
    }

    /** A pool of 20 connections of this login. */
    public HikariDataSource pool(String url, Login login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(POOL);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** Statements of the superuser. */
    public JdbcTemplate admin(String database) {
        return new JdbcTemplate(new DriverManagerDataSource(url(database), ADMIN.user(), ADMIN.password()));
    }

    int port() {
        return server.getPort();
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /** The settings that matter to what is measured, in one line. */
    public String settings() {
        List<String> settings = new ArrayList<>();
        admin("postgres")
                .query(
                        "SELECT name, current_setting(name) FROM pg_settings WHERE name IN ('server_version', 'fsync',"
                                + " 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size') ORDER BY name",
                        row -> {
                            settings.add(row.getString(1) + " " + row.getString(2));
                        });
        return String.join(", ", settings);
    }

    @Override
    public void close() throws IOException {
        pools.forEach(HikariDataSource::close);
        server.close();
    }
}
