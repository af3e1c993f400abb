package org.crossface.platform.wakeup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the signals of other nodes by LISTEN. Signals sent while there was no connection are lost, so each new connection counts as a
 * signal of every kind. A link that died silently is found by a check of the connection whenever no signal came for {@link #QUIET}.
 */
final class Listener implements AutoCloseable {

    static final String APPLICATION = "crossface-listener";

    private static final Logger log = LoggerFactory.getLogger(Listener.class);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SIGN_OF_LIFE_SECONDS = 5;
    private static final Duration END_LIMIT = Duration.ofSeconds(3);

    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Connections connections;
    private final String nodeId;
    private final Consumer<Signal> heard;
    private final Loop loop;
    private final BackOff backOff = new BackOff();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("wake-up-listener").unstarted(this::run);
    private volatile boolean running = true;
    private volatile @Nullable Connection connection;

    Listener(Connections connections, String nodeId, Consumer<Signal> heard, Loops loops) {
        this.connections = connections;
        this.nodeId = nodeId;
        this.heard = heard;
        this.loop = loops.watch("wake-up listener", LIMIT);
    }

    void start() {
        thread.start();
    }

    /** Whether it is connected; else this node finds other nodes' commits by polling. */
    boolean isConnected() {
        return connection != null;
    }

    private void run() {
        while (running) {
            try (Connection open = connections.open(APPLICATION, ANSWER)) {
                follow(open);
            } catch (SQLException e) {
                if (running) {
                    log.warn(
                            "Commits of other nodes are found by polling until the database answers: {}",
                            e.getMessage());
                }
            } finally {
                connection = null;
            }
            if (running) {
                LockSupport.parkNanos(this, backOff.pause().toNanos());
            }
        }
    }

    private void follow(Connection open) throws SQLException {
        try (Statement listen = open.createStatement()) {
            for (Signal signal : Signal.values()) {
                listen.execute("LISTEN " + signal.channel());
            }
        }
        backOff.reset();
        EnumSet.allOf(Signal.class).forEach(heard);
        connection = open;
        PGConnection notifications = open.unwrap(PGConnection.class);
        while (running) {
            loop.beat();
            PGNotification[] received = notifications.getNotifications((int) QUIET.toMillis());
            if (received != null && received.length > 0) {
                signals(received).forEach(heard);
            } else if (running && !open.isValid(SIGN_OF_LIFE_SECONDS)) {
                throw new SQLException("The connection gives no sign of life");
            }
        }
    }

    private Set<Signal> signals(PGNotification[] received) {
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        for (PGNotification notification : received) {
            if (!notification.getParameter().equals(nodeId)) {
                for (Signal signal : Signal.values()) {
                    if (signal.channel().equals(notification.getName())) {
                        signals.add(signal);
                    }
                }
            }
        }
        return signals;
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("The listener's connection was gone", e);
            }
        }
        try {
            thread.join(END_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.close();
    }
}
