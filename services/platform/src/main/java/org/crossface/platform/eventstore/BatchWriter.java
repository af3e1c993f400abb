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
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.crossface.platform.eventstore.AppendFailure.Outcome;

/** Appends units of work in transactions of their own, and finds out their outcome when the connection was lost. */
final class BatchWriter {

    private static final int MOST_DEADLOCKS = 3;

    private final DataSource dataSource;
    private final Duration search;

    /**
     * @param dataSource gives connections that commit each statement by themselves
     * @param search longest search for the outcomes of appends whose connection was lost
     */
    BatchWriter(DataSource dataSource, Duration search) {
        this.dataSource = dataSource;
        this.search = search;
    }

    /** Appends all units in one transaction; all of them fail together. */
    long[] write(List<AppendBatch> units) throws AppendFailure {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw AppendFailure.unconnected(e);
        }
        try (connection) {
            int events = units.stream().mapToInt(AppendBatch::size).sum();
            return events <= AppendStatement.MOST_EVENTS
                    ? AppendStatement.run(connection, units)
                    : inParts(connection, units);
        } catch (SQLException e) {
            throw AppendFailure.of(e);
        }
    }

    private static long[] inParts(Connection connection, List<AppendBatch> units) throws SQLException {
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
    static long[] append(Connection connection, List<AppendBatch> units) throws SQLException {
        List<long[]> positions = new ArrayList<>();
        for (AppendBatch unit : units) {
            List<NewEvent> events = unit.events();
            for (int from = 0; from < events.size(); from += AppendStatement.MOST_EVENTS) {
                int to = Math.min(events.size(), from + AppendStatement.MOST_EVENTS);
                KeptAnswer answer = to == events.size() ? unit.answer() : null;
                positions.add(
                        AppendStatement.run(connection, List.of(new AppendBatch(events.subList(from, to), answer))));
            }
        }
        return positions.stream().flatMapToLong(Arrays::stream).toArray();
    }

    /**
     * Appends one unit.
     *
     * @throws AppendFailure if it is certainly not stored
     * @throws AppendOutcomeUnknown if the outcome could not be found
     */
    long[] writeAlone(AppendBatch unit) throws AppendFailure {
        for (int deadlocks = 0; ; deadlocks++) {
            try {
                return write(List.of(unit));
            } catch (AppendFailure e) {
                if (e.outcome() == Outcome.UNKNOWN) {
                    WaitingBatch lost = WaitingBatch.now(unit);
                    settle(List.of(lost), e, WaitingBatch::stored);
                    return lost.outcome();
                }
                if (!e.isDeadlock() || deadlocks == MOST_DEADLOCKS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Completes units whose connection was lost while they were appended with their outcome, all within one time limit.
     *
     * @param stored receives each stored unit with its positions, and completes it
     */
    void settle(List<WaitingBatch> lost, AppendFailure failure, BiConsumer<WaitingBatch, long[]> stored) {
        OutcomeSearch.run(this, search, lost, failure, stored);
    }

    /** Positions of a unit's events; empty unless all of them are stored. */
    Optional<long[]> positionsOf(AppendBatch unit) throws SQLException {
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
