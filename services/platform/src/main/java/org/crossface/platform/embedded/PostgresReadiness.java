package org.crossface.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Waits until PostgreSQL accepts connections, recovery after a crash included. */
final class PostgresReadiness {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 50;

    /** Limit for a connection and for each answer, in seconds: a starting server may accept a connection and not answer. */
    private static final int ANSWER_SECONDS = 5;

    /** SQLSTATE class of a connection that cannot be established, and the state of a server that is starting up. */
    private static final String NO_CONNECTION = "08";

    private static final String STARTING_UP = "57P03";

    /** Length and code of SSLRequest in PostgreSQL's protocol. */
    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 0x04, (byte) 0xd2, 0x16, 0x2f};

    private PostgresReadiness() {}

    static void await(String url, String user, String password, ChildProcess process)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!accepts(url, user, password)) {
            if (!process.isAlive()) {
                throw process.endedEarly();
            }
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw process.late(LIMIT);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean accepts(String url, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(ANSWER_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(ANSWER_SECONDS));
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(NO_CONNECTION) || STARTING_UP.equals(state)) {
                return false;
            }
            throw new EmbeddedServerException("PostgreSQL refuses the role " + user + ": " + e.getMessage(), e);
        }
    }

    /**
     * Whether the postmaster accepts connections and a backend answers. This is the first exchange of every client (SSLRequest), which
     * needs no role; so a recovering server counts as alive, but a stopped or overwhelmed one does not.
     */
    static boolean isAnswering(int port, Duration limit) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) limit.toMillis());
            socket.setSoTimeout((int) limit.toMillis());
            socket.getOutputStream().write(SSL_REQUEST);
            return socket.getInputStream().read() >= 0;
        } catch (IOException nobodyAnswers) {
            return false;
        }
    }
}
