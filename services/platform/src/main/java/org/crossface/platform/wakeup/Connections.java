package org.crossface.platform.wakeup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.crossface.platform.schema.GuardedSession;
import org.crossface.platform.schema.PostgresEndpoint;

/**
 * Connections outside the pools for LISTEN and NOTIFY: a pool would hand a connection to others or replace it silently, and it would no
 * longer listen.
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
     * @param answer longest wait for an answer
     */
    Connection open(String application, Duration answer) throws SQLException {
        return GuardedSession.open(endpoint, endpoint.server(), application, answer);
    }
}
