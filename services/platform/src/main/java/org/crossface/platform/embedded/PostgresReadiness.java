package org.crossface.platform.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until PostgreSQL accepts connections, recovery after a crash included. */
final class PostgresReadiness {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 50;

    /** SQLSTATE class of a connection that cannot be established, and the state of a server that is starting up. */
    private static final String NO_CONNECTION = "08";

    private static final String STARTING_UP = "57P03";

    private PostgresReadiness() {}

    static void await(String url, String user, String password, ChildProcess process)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!accepts(url, user, password)) {
            if (!process.isAlive()) {
                throw process.ended();
            }
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw process.late(LIMIT);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean accepts(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(NO_CONNECTION) || STARTING_UP.equals(state)) {
                return false;
            }
            throw new EmbeddedServerException("PostgreSQL refuses the role " + user + ": " + e.getMessage(), e);
        }
    }
}
