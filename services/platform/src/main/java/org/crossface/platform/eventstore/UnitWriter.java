package org.crossface.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.crossface.platform.eventstore.AppendFailure.Outcome;

/** Appends units of work in transactions of their own, and finds out what became of one when its connection was lost. */
final class UnitWriter {

    private static final int MOST_DEADLOCKS = 3;
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final DataSource dataSource;
    private final long searchNanos;

    /**
     * @param dataSource gives connections that commit each statement by themselves
     * @param search how long to search for the outcome of an append whose connection was lost
     */
    UnitWriter(DataSource dataSource, Duration search) {
        this.dataSource = dataSource;
        this.searchNanos = search.toNanos();
    }

    /** Appends all units in one transaction; all of them fail together. */
    long[] write(List<AppendUnit> units) throws AppendFailure {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw AppendFailure.unconnected(e);
        }
        try (connection) {
            int events = units.stream().mapToInt(AppendUnit::size).sum();
            return events <= AppendStatement.MOST_EVENTS
                    ? AppendStatement.run(connection, units)
                    : inParts(connection, units);
        } catch (SQLException e) {
            throw AppendFailure.of(e);
        }
    }

    private static long[] inParts(Connection connection, List<AppendUnit> units) throws SQLException {
        connection.setAutoCommit(false);
        try {
            long[] positions = append(connection, units);
            connection.commit();
            return positions;
        } catch (SQLException e) {
            rollBack(connection, e);
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void rollBack(Connection connection, SQLException failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Appends all units within the transaction of the connection. */
    static long[] append(Connection connection, List<AppendUnit> units) throws SQLException {
        List<long[]> positions = new ArrayList<>();
        for (AppendUnit unit : units) {
            List<NewEvent> events = unit.events();
            for (int from = 0; from < events.size(); from += AppendStatement.MOST_EVENTS) {
                int to = Math.min(events.size(), from + AppendStatement.MOST_EVENTS);
                KeptAnswer answer = to == events.size() ? unit.answer() : null;
                positions.add(
                        AppendStatement.run(connection, List.of(new AppendUnit(events.subList(from, to), answer))));
            }
        }
        return positions.stream().flatMapToLong(Arrays::stream).toArray();
    }

    /**
     * Appends one unit.
     *
     * @throws AppendFailure if it is certainly not stored
     * @throws AppendOutcomeUnknown if nobody knows
     */
    long[] writeAlone(AppendUnit unit) throws AppendFailure {
        for (int deadlocks = 0; ; deadlocks++) {
            try {
                return write(List.of(unit));
            } catch (AppendFailure e) {
                if (e.outcome() == Outcome.UNKNOWN) {
                    return settle(unit, e);
                }
                if (!e.isDeadlock() || deadlocks == MOST_DEADLOCKS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Ends in certainty after the connection was lost. The same events are appended again: their identifiers are unique, so the database
     * itself waits for the end of the lost attempt and takes them once.
     *
     * @throws AppendFailure if they are certainly not stored
     * @throws AppendOutcomeUnknown if the database cannot be asked for too long
     */
    long[] settle(AppendUnit unit, AppendFailure lost) throws AppendFailure {
        long end = System.nanoTime() + searchNanos;
        long pause = FIRST_PAUSE_NANOS;
        AppendFailure last = lost;
        while (System.nanoTime() - end < 0) {
            try {
                return write(List.of(unit));
            } catch (AppendFailure e) {
                last = e;
                if (!e.isServerAtFault() && !e.isDeadlock()) {
                    return storedBefore(unit, e);
                }
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(LONGEST_PAUSE_NANOS, pause * 2);
        }
        throw new AppendOutcomeUnknown(last);
    }

    /** The database refuses the events: because it has them, or for good. */
    private long[] storedBefore(AppendUnit unit, AppendFailure refused) throws AppendFailure {
        Optional<long[]> stored;
        try {
            stored = positionsOf(unit);
        } catch (SQLException e) {
            throw new AppendOutcomeUnknown(e);
        }
        if (stored.isEmpty()) {
            throw refused;
        }
        return stored.get();
    }

    private Optional<long[]> positionsOf(AppendUnit unit) throws SQLException {
        String[] ids = unit.events().stream().map(NewEvent::eventId).toArray(String[]::new);
        Map<String, Long> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT event_id, position FROM eventstore.event WHERE event_id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return found.size() < ids.length
                ? Optional.empty()
                : Optional.of(unit.events().stream()
                        .mapToLong(event -> found.getOrDefault(event.eventId(), -1L))
                        .toArray());
    }
}
