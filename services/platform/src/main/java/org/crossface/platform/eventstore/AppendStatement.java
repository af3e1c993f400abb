package org.crossface.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that appends: events of any number of units of work and, when some of these came with an idempotency key, the
 * answers to them. One statement is one round trip, and atomic without a transaction around it.
 *
 * <p>The number of rows is rounded up to a power of two with empty rows, which the statement leaves out: so there are few different
 * statements, and each connection keeps them prepared.
 */
final class AppendStatement {

    /** Most events of one statement; the parameters of more would not fit into a message of the protocol. */
    static final int MOST_EVENTS = 1024;

    private static final String COLUMNS = "sequence_number, time, aggregate_id, aggregate_type, event_id, payload_type,"
            + " payload_revision, payload, metadata";
    private static final String ROW =
            "?::bigint, ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::text, ?::json, ?::json";
    private static final int ROW_PARAMETERS = 9;
    private static final String ANSWER_COLUMNS = "actor, key, route, body_hash, stream_id, answered";
    private static final String ANSWER = "?::text, ?::text, ?::text, ?::text, ?::text, ?::bigint";
    private static final int ANSWER_PARAMETERS = 6;

    private static final Map<Integer, String> PLAIN = new ConcurrentHashMap<>();
    private static final Map<Integer, String> ANSWERED = new ConcurrentHashMap<>();

    private AppendStatement() {}

    /**
     * Appends; if it fails, nothing was appended unless the connection was lost.
     *
     * @param units of at most {@link #MOST_EVENTS} events together
     * @return the positions of all events, in their order
     */
    static long[] run(Connection connection, List<AppendUnit> units) throws SQLException {
        int events = units.stream().mapToInt(AppendUnit::size).sum();
        int rows = roundUp(events);
        boolean answered = units.stream().anyMatch(unit -> unit.answer() != null);
        String sql = answered
                ? ANSWERED.computeIfAbsent(rows, AppendStatement::answeredSql)
                : PLAIN.computeIfAbsent(rows, AppendStatement::plainSql);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters parameters = new Parameters(statement);
            for (AppendUnit unit : units) {
                parameters.set(unit, answered);
            }
            parameters.fill(rows * (answered ? ROW_PARAMETERS + ANSWER_PARAMETERS : ROW_PARAMETERS), answered);
            try (ResultSet positions = statement.executeQuery()) {
                return read(positions, events);
            }
        }
    }

    private static int roundUp(int events) {
        if (events < 1 || events > MOST_EVENTS) {
            throw new IllegalArgumentException(events + " events in one statement");
        }
        return events == 1 ? 1 : Integer.highestOneBit(events - 1) << 1;
    }

    private static long[] read(ResultSet rows, int events) throws SQLException {
        long[] positions = new long[events];
        int found = 0;
        while (rows.next()) {
            positions[found++] = rows.getLong(1);
        }
        if (found != events) {
            throw new IllegalStateException(found + " of " + events + " events were appended");
        }
        return positions;
    }

    private static String plainSql(int rows) {
        return "INSERT INTO eventstore.event (" + COLUMNS + ") SELECT * FROM (VALUES "
                + String.join(", ", Collections.nCopies(rows, "(" + ROW + ")")) + ") AS given (" + COLUMNS
                + ") WHERE event_id IS NOT NULL RETURNING position";
    }

    /** The answer stands in the row of its unit's last event, whose position it gets. */
    private static String answeredSql(int rows) {
        return "WITH given (" + COLUMNS + ", " + ANSWER_COLUMNS + ") AS (VALUES "
                + String.join(", ", Collections.nCopies(rows, "(" + ROW + ", " + ANSWER + ")"))
                + "), appended AS (INSERT INTO eventstore.event (" + COLUMNS + ") SELECT " + COLUMNS
                + " FROM given WHERE event_id IS NOT NULL RETURNING position, event_id), kept AS ("
                + "INSERT INTO dispatch.idempotency (actor, key, route, body_hash, stream_id, sequence_number, position)"
                + " SELECT actor, key, route, body_hash, stream_id, answered, position"
                + " FROM given JOIN appended USING (event_id) WHERE key IS NOT NULL) SELECT position FROM appended";
    }

    /** Sets the parameters one after the other. */
    private static final class Parameters {

        private static final int[] ROW_TYPES = {
            Types.BIGINT,
            Types.TIMESTAMP_WITH_TIMEZONE,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.OTHER,
            Types.OTHER
        };
        private static final int[] ANSWER_TYPES = {
            Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.BIGINT
        };

        private final PreparedStatement statement;
        private int next = 1;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        void set(AppendUnit unit, boolean withAnswer) throws SQLException {
            int left = unit.size();
            for (NewEvent event : unit.events()) {
                set(event);
                left--;
                if (withAnswer) {
                    set(left == 0 ? unit.answer() : null);
                }
            }
        }

        private void set(NewEvent event) throws SQLException {
            statement.setObject(next++, event.sequenceNumber(), Types.BIGINT);
            statement.setObject(next++, OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC));
            statement.setString(next++, event.streamId());
            statement.setString(next++, event.streamType());
            statement.setString(next++, event.eventId());
            statement.setString(next++, event.type());
            statement.setString(next++, event.revision());
            statement.setObject(next++, event.payload(), Types.OTHER);
            statement.setObject(next++, event.metadata(), Types.OTHER);
        }

        private void set(@Nullable KeptAnswer answer) throws SQLException {
            if (answer == null) {
                nulls(ANSWER_TYPES);
                return;
            }
            statement.setString(next++, answer.actor());
            statement.setString(next++, answer.key());
            statement.setString(next++, answer.route());
            statement.setString(next++, answer.bodyHash());
            statement.setString(next++, answer.streamId());
            statement.setLong(next++, answer.sequenceNumber());
        }

        void fill(int parameters, boolean withAnswer) throws SQLException {
            while (next <= parameters) {
                nulls(ROW_TYPES);
                if (withAnswer) {
                    nulls(ANSWER_TYPES);
                }
            }
        }

        private void nulls(int[] types) throws SQLException {
            for (int type : types) {
                statement.setNull(next++, type);
            }
        }
    }
}
