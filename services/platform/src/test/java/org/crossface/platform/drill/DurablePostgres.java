package org.crossface.platform.drill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crossface.platform.embedded.PostgresChild;
import org.crossface.platform.eventstore.GroupAppend;
import org.crossface.platform.eventstore.WriterSessions;
import org.crossface.platform.schema.Login;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.SchemaMigrator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded PostgreSQL with all its durability, as the product runs it, which a drill may crash. */
public final class DurablePostgres implements AutoCloseable {

    private static final Duration CRASH_LIMIT = Duration.ofSeconds(30);
    private static final int LONGEST_WAIT_MILLIS = 10_000;

    private final Path home;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private PostgresChild child;

    private DurablePostgres(Path home, PostgresChild child) {
        this.home = home;
        this.child = child;
    }

    /** Starts an empty, migrated database in this directory. */
    public static DurablePostgres start(Path home) {
        DurablePostgres postgres = new DurablePostgres(home, PostgresChild.start(home));
        new SchemaMigrator(postgres.endpoint(), List.of()).migrate();
        return postgres;
    }

    /** Where the database is, also after a crash. */
    public PostgresEndpoint endpoint() {
        return new PostgresEndpoint(
                child.jdbcUrl(),
                new Login("postgres", child.superuserPassword()),
                new Login(PostgresChild.OWNER, child.ownerPassword()),
                new Login(PostgresChild.SERVER, child.serverPassword()));
    }

    /**
     * A pool in the server's role that this object closes.
     *
     * @param name by which {@link #terminateOneOf} finds its connections
     * @param firstStatement run once on each new connection; empty for none
     */
    public HikariDataSource pool(String name, int size, String firstStatement) {
        return opened(config(name, size, firstStatement));
    }

    /** As {@link #pool}, with the sessions in which the product's writers append; their commits wait for the disk unless told otherwise. */
    public HikariDataSource writers(String name, String firstStatement, boolean durable) {
        HikariConfig config = config(name, GroupAppend.defaults().writers(), firstStatement);
        WriterSessions.bound(config, durable ? "-c synchronous_commit=on" : "");
        return opened(config);
    }

    private HikariConfig config(String name, int size, String firstStatement) {
        PostgresEndpoint endpoint = endpoint();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(endpoint.url() + "?ApplicationName=" + name);
        config.setUsername(endpoint.server().user());
        config.setPassword(endpoint.server().password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        config.setPoolName(name);
        if (!firstStatement.isEmpty()) {
            config.setConnectionInitSql(firstStatement);
        }
        return config;
    }

    private HikariDataSource opened(HikariConfig config) {
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** Statements of the role that may do everything, each on a connection of its own. */
    public JdbcClient superuser() {
        return JdbcClient.create(superuserTemplate());
    }

    /** As {@link #superuser()}. */
    public JdbcTemplate superuserTemplate() {
        PostgresEndpoint endpoint = endpoint();
        return new JdbcTemplate(new DriverManagerDataSource(endpoint.url(), "postgres", child.superuserPassword()));
    }

    /** Ends a random backend among those of pools whose names begin like this; the number of those ended, 0 or 1. */
    public int terminateOneOf(String namesBegin) {
        return superuser()
                .sql("SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity"
                        + " WHERE application_name LIKE ? ORDER BY random() LIMIT 1) AS victim")
                .param(namesBegin + "%")
                .query(Integer.class)
                .single();
    }

    /** Stops PostgreSQL without any tidying, as {@code pg_ctl stop -m immediate} does, and starts it again; the time it was away. */
    public Duration crash() throws InterruptedException {
        long began = System.nanoTime();
        ProcessHandle postmaster = ProcessHandle.of(child.pid()).orElseThrow();
        signalImmediateStop(postmaster.pid());
        try {
            postmaster.onExit().get(CRASH_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("PostgreSQL does not stop", e);
        }
        child.close();
        child = PostgresChild.start(home, OptionalInt.empty());
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void signalImmediateStop(long pid) throws InterruptedException {
        try {
            Process kill = new ProcessBuilder("kill", "-QUIT", Long.toString(pid))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("Cannot signal process " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        child.close();
    }
}
