package org.crossface.billing.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The node that holds a session lock of PostgreSQL publishes. The lock ends with its connection. It has the two-integer form, since the
 * event store's positions use the other one.
 */
public final class AdvisoryLockLease implements PublishingLease {

    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLockLease.class);
    private static final int AREA = 0x42494C4C;
    private static final int RELAY = 0;
    private static final int PROBE_SECONDS = 5;

    private final DataSource dataSource;
    private @Nullable Connection held;

    public AdvisoryLockLease(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public synchronized boolean acquire() {
        release();
        try {
            Connection connection = dataSource.getConnection();
            try {
                if (ask(connection, "SELECT pg_try_advisory_lock(?, ?)")) {
                    held = connection;
                }
            } finally {
                if (held == null) {
                    connection.close();
                }
            }
            return held != null;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Cannot take the lock that decides which node publishes", e);
        }
    }

    @Override
    public synchronized boolean isHeld() {
        try {
            return held != null && held.isValid(PROBE_SECONDS);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Cannot check the lock that decides which node publishes", e);
        }
    }

    @Override
    public synchronized void release() {
        Connection connection = held;
        held = null;
        if (connection == null) {
            return;
        }
        try (connection) {
            ask(connection, "SELECT pg_advisory_unlock(?, ?)");
        } catch (SQLException e) {
            LOG.info(
                    "The connection that held the lock for publishing is closed, and the lock is released: {}",
                    e.getMessage());
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, AREA);
            statement.setInt(2, RELAY);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
