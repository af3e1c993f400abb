package org.crossface.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An event or a snapshot as stored, neither decrypted nor decoded.
 *
 * @param sequenceNumber 0 for an event of no stream
 * @param streamId {@code null} for an event of no stream
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
record StoredEvent(
        long position,
        long sequenceNumber,
        Instant time,
        @Nullable String streamId,
        @Nullable String streamType,
        String eventId,
        String type,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata) {

    /** Without the position, which a snapshot does not have. */
    static final String COMMON_COLUMNS =
            "sequence_number, time, aggregate_id, aggregate_type, event_id, payload_type, payload_revision, payload, metadata";

    static final String COLUMNS = "position, " + COMMON_COLUMNS;

    /** @param rows with {@link #COLUMNS} as the first columns; read by number, since a name would be looked up for each row */
    static StoredEvent of(ResultSet rows) throws SQLException {
        return new StoredEvent(
                rows.getLong(1),
                rows.getLong(2),
                rows.getObject(3, OffsetDateTime.class).toInstant(),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getBytes(9),
                rows.getBytes(10));
    }
}
