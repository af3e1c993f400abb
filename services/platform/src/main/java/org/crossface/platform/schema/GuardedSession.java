package org.crossface.platform.schema;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The only class that opens sessions of PostgreSQL, in whichever role: every wait for a connection or an answer has a limit. A test fails
 * when another class opens one.
 */
public final class GuardedSession {

    /**
     * Acknowledged commits are durable whatever the server's default is. A transaction that hangs, or whose client is gone, is ended, so
     * that it neither holds back the readers of the event store nor keeps its locks for long.
     */
    public static final String OPTIONS = "-c synchronous_commit=on -c idle_in_transaction_session_timeout=60000"
            + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    private GuardedSession() {}

    /**
     * A session of its own with {@link #OPTIONS}.
     *
     * @param application its name in {@code pg_stat_activity}
     * @param answer longest wait for one answer; a second or more
     */
    public static Connection open(PostgresEndpoint endpoint, Login login, String application, Duration answer)
            throws SQLException {
        Properties properties = properties(login, application, endpoint.limits().connect(), answer);
        properties.setProperty("options", OPTIONS);
        return DriverManager.getConnection(endpoint.url(), properties);
    }

    /** The owner's session for making, filling and switching views. */
    public static Connection ofOwner(PostgresEndpoint endpoint) throws SQLException {
        return open(
                endpoint, endpoint.owner(), "crossface-owner", endpoint.limits().longAnswer());
    }

    /**
     * Sessions of migrations. They have none of the options: Flyway holds its lock in a transaction that is idle while it migrates in
     * another one.
     */
    public static DataSource ofMigrations(PostgresEndpoint endpoint, Login login) {
        return new SimpleDriverDataSource(
                new Driver(),
                endpoint.url(),
                properties(
                        login,
                        "crossface-migration",
                        endpoint.limits().connect(),
                        endpoint.limits().migration()));
    }

    /**
     * A pool of sessions in the server's role.
     *
     * @param name of the pool, and of its sessions in {@code pg_stat_activity}
     * @param most connections
     */
    public static HikariConfig pool(PostgresEndpoint endpoint, String name, int most) {
        SessionLimits limits = endpoint.limits();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(endpoint.url());
        config.setMaximumPoolSize(most);
        config.setPoolName(name);
        config.setConnectionTimeout(limits.pool().toMillis());
        config.setValidationTimeout(
                Math.min(limits.validation().toMillis(), limits.pool().toMillis()));
        config.setUsername(endpoint.server().user());
        config.setPassword(endpoint.server().password());
        config.setDataSourceProperties(properties(name, limits.connect(), limits.answer()));
        config.addDataSourceProperty("options", OPTIONS + " " + limits.options());
        return config;
    }

    private static Properties properties(Login login, String application, Duration connect, Duration answer) {
        Properties properties = properties(application, connect, answer);
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        return properties;
    }

    private static Properties properties(String application, Duration connect, Duration answer) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", application);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", Long.toString(connect.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(answer.toSeconds()));
        return properties;
    }
}
