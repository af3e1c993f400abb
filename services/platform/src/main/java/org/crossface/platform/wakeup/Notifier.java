package org.crossface.platform.wakeup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals the other nodes by NOTIFY, in transactions of its own. NOTIFY inside the signalled transactions would make all commits of the
 * database wait for each other. Signals within {@link #PAUSE_NANOS} are combined.
 */
final class Notifier implements AutoCloseable {

    static final String APPLICATION = "crossface-notifier";

    private static final Logger log = LoggerFactory.getLogger(Notifier.class);
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration END_LIMIT = Duration.ofSeconds(3);

    private final Connections connections;
    private final String nodeId;
    private final Loop loop;
    private final AtomicInteger pending = new AtomicInteger();
    private final BackOff backOff = new BackOff();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("wake-up-notifier").unstarted(this::run);
    private volatile boolean running = true;
    private @Nullable Connection connection;

    Notifier(Connections connections, String nodeId, Loops loops) {
        this.connections = connections;
        this.nodeId = nodeId;
        this.loop = loops.watch("wake-up notifier", LIMIT);
    }

    void start() {
        thread.start();
    }

    /** Requests a signal to the other nodes. Never waits and never fails: callers have already committed. */
    void signal(Signal signal) {
        int before = pending.getAndUpdate(bits -> bits | signal.bit());
        if ((before & signal.bit()) == 0) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (running) {
            int due = pending.getAndSet(0);
            if (due == 0) {
                loop.beat();
                LockSupport.parkNanos(this, IDLE_NANOS);
            } else {
                pause(tell(due) ? PAUSE_NANOS : backOff.pause().toNanos());
            }
        }
        disconnect();
    }

    /** A new signal does not shorten the pause: signals that come meanwhile are sent together. */
    private void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; running && left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    private boolean tell(int due) {
        try {
            send(due);
            loop.beat();
            backOff.reset();
            return true;
        } catch (SQLException | RuntimeException e) {
            log.warn("Other nodes are not notified of commits until the database answers: {}", e.getMessage());
            pending.getAndUpdate(bits -> bits | due);
            disconnect();
            return false;
        }
    }

    private void send(int due) throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = connections.open(APPLICATION, ANSWER);
            connection = open;
        }
        String[] channels = Arrays.stream(Signal.values())
                .filter(signal -> (due & signal.bit()) != 0)
                .map(Signal::channel)
                .toArray(String[]::new);
        try (PreparedStatement notify =
                open.prepareStatement("SELECT pg_notify(channel, ?) FROM unnest(?) AS due (channel)")) {
            notify.setString(1, nodeId);
            notify.setArray(2, open.createArrayOf("text", channels));
            notify.execute();
        }
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                log.debug("The notifier's connection was gone", e);
            }
        }
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(END_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.close();
    }
}
