package org.crossface.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that appends: events of any number of units of work and, when some of these came with an idempotency key, the answers
 * to them. One statement is one round trip, and atomic without a transaction around it.
 *
 * <p>Each column is one parameter, an array with an element for each event. So there are two statements whatever the number of events, each
 * connection keeps them prepared, and the server parses a few large parameters in place of many small ones.
 */
final class AppendStatement {

    /** Most events of one statement, so that no statement delays others for long. */
    static final int MOST_EVENTS = 1024;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private static final String DATA_EXCEPTION = "22000";

    private static final String COLUMNS = "sequence_number, time, aggregate_id, aggregate_type, event_id, payload_type,"
            + " payload_revision, payload, metadata";
    private static final String GIVEN = "sequence_number, micros, aggregate_id, aggregate_type, event_id, payload_type,"
            + " payload_revision, payload, metadata";
    private static final String ARRAYS =
            "?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
                    + " ?::text[], ?::text[]";
    private static final String INSERT = "INSERT INTO eventstore.event (" + COLUMNS + ")"
            + " SELECT sequence_number, 'epoch'::timestamptz + micros * interval '1 microsecond', aggregate_id,"
            + " aggregate_type, event_id, payload_type, payload_revision, payload::json, metadata::json FROM given";
    private static final String ANSWER_COLUMNS = "actor, key, route, body_hash, stream_id, answered";
    private static final String ANSWER_ARRAYS = "?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[]";

    private static final String PLAIN = "WITH given AS (SELECT * FROM unnest(" + ARRAYS + ") AS events (" + GIVEN
            + ")) " + INSERT + " RETURNING position";

    /** The answer is in the row of its unit's last event and gets that event's position. */
    private static final String ANSWERED = "WITH given AS (SELECT * FROM unnest(" + ARRAYS + ", " + ANSWER_ARRAYS
            + ") AS events (" + GIVEN + ", " + ANSWER_COLUMNS + ")), appended AS (" + INSERT
            + " RETURNING position, event_id), kept AS ("
            + "INSERT INTO dispatch.idempotency (actor, key, route, body_hash, stream_id, sequence_number, position)"
            + " SELECT actor, key, route, body_hash, stream_id, answered, position"
            + " FROM given JOIN appended USING (event_id) WHERE key IS NOT NULL) SELECT position FROM appended";

    private AppendStatement() {}

    /**
     * Appends; if it fails, nothing was appended unless the connection was lost.
     *
     * @param units of at most {@link #MOST_EVENTS} events together
     * @return the positions of all events, in their order
     */
    static long[] run(Connection connection, List<AppendBatch> units) throws SQLException {
        List<Row> rows = rows(units);
        if (rows.isEmpty() || rows.size() > MOST_EVENTS) {
            throw new IllegalArgumentException(rows.size() + " events in one statement");
        }
        boolean answered = units.stream().anyMatch(unit -> unit.answer() != null);
        try (PreparedStatement statement = connection.prepareStatement(answered ? ANSWERED : PLAIN)) {
            fill(new Parameters(connection, statement, rows), answered);
            try (ResultSet positions = statement.executeQuery()) {
                return read(positions, rows.size());
            }
        }
    }

    /** A value that cannot be put into the statement is reported as the database would: as broken data. */
    private static void fill(Parameters parameters, boolean answered) throws SQLException {
        try {
            parameters.events();
            if (answered) {
                parameters.answers();
            }
        } catch (RuntimeException e) {
            throw new SQLDataException("Events that no statement can hold; nothing was sent", DATA_EXCEPTION, e);
        }
    }

    /** An event, and with the last one of its unit the unit's answer. */
    private record Row(NewEvent event, @Nullable KeptAnswer answer) {}

    private static List<Row> rows(List<AppendBatch> units) {
        List<Row> rows = new ArrayList<>(units.size());
        for (AppendBatch unit : units) {
            int left = unit.size();
            for (NewEvent event : unit.events()) {
                left--;
                rows.add(new Row(event, left == 0 ? unit.answer() : null));
            }
        }
        return rows;
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

    /** The table keeps microseconds; rounded as the driver rounds a timestamp. */
    private static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND),
                (time.getNano() + NANOS_PER_MICRO / 2) / NANOS_PER_MICRO);
    }

    /** Sets the parameters one after the other. */
    private static final class Parameters {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<Row> rows;
        private int next = 1;

        Parameters(Connection connection, PreparedStatement statement, List<Row> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        void events() throws SQLException {
            numbers(row -> row.event().sequenceNumber());
            numbers(row -> micros(row.event().time()));
            texts(row -> row.event().streamId());
            texts(row -> row.event().streamType());
            texts(row -> row.event().eventId());
            texts(row -> row.event().type());
            texts(row -> row.event().revision());
            texts(row -> row.event().payload());
            texts(row -> row.event().metadata());
        }

        void answers() throws SQLException {
            texts(ofAnswer(KeptAnswer::actor));
            texts(ofAnswer(KeptAnswer::key));
            texts(ofAnswer(KeptAnswer::route));
            texts(ofAnswer(KeptAnswer::bodyHash));
            texts(ofAnswer(KeptAnswer::streamId));
            numbers(ofAnswer(KeptAnswer::sequenceNumber));
        }

        private static <T> Function<Row, @Nullable T> ofAnswer(Function<KeptAnswer, T> part) {
            return row -> row.answer() == null ? null : part.apply(row.answer());
        }

        private void texts(Function<Row, @Nullable String> column) throws SQLException {
            @Nullable String[] values = new @Nullable String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.apply(rows.get(row));
            }
            statement.setArray(next++, connection.createArrayOf("text", values));
        }

        private void numbers(Function<Row, @Nullable Long> column) throws SQLException {
            @Nullable Long[] values = new @Nullable Long[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.apply(rows.get(row));
            }
            statement.setArray(next++, connection.createArrayOf("int8", values));
        }
    }
}
