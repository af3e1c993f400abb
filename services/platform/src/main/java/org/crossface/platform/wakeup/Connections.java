package org.crossface.platform.wakeup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.crossface.platform.schema.PostgresEndpoint;

/**
 * Connections of their own for waiting and for telling: one from the pool would be given to others, or be replaced without a word, and
 * would no longer listen.
 */
final class Connections {

    private static final String CONNECT_SECONDS = "5";

    private final PostgresEndpoint endpoint;

    Connections(PostgresEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Opens a connection in the server's role.
     *
     * @param application its name in {@code pg_stat_activity}
     * @param socketSeconds after which an answer that does not come is an error; 0 for never
     */
    Connection open(String application, int socketSeconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", endpoint.server().user());
        properties.setProperty("password", endpoint.server().password());
        properties.setProperty("ApplicationName", application);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", Integer.toString(socketSeconds));
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(endpoint.url(), properties);
    }
}
