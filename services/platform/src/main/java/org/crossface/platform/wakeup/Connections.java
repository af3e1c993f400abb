package org.crossface.platform.wakeup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.crossface.platform.schema.GuardedSession;
import org.crossface.platform.schema.PostgresEndpoint;

/**
 * Connections of their own for waiting and for telling: one from the pool would be given to others, or be replaced without a word, and
 * would no longer listen.
 */
final class Connections {

    private final PostgresEndpoint endpoint;

    Connections(PostgresEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Opens a connection in the server's role.
     *
     * @param application its name in {@code pg_stat_activity}
     * @param answer after which an answer that does not come is an error
     */
    Connection open(String application, Duration answer) throws SQLException {
        return GuardedSession.open(endpoint, endpoint.server(), application, answer);
    }
}
