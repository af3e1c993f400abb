package org.crossface.audit.history;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the events of a stream as they are stored. The caller shows them through the read gate. */
public final class RawHistory {

    private final JdbcClient jdbc;

    /** Reads through this client. */
    public RawHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The events of this stream in their order; empty when there is no such stream. */
    public List<RawEvent> ofStream(String streamId) {
        return jdbc.sql("""
                        SELECT position, sequence_number, time, recorded_at, event_id, payload_type, payload_revision,
                               payload::text AS payload, metadata::text AS metadata
                          FROM eventstore.event WHERE aggregate_id = ? ORDER BY sequence_number""")
                .param(streamId)
                .query((row, number) -> new RawEvent(
                        row.getLong("position"),
                        row.getLong("sequence_number"),
                        row.getObject("time", OffsetDateTime.class).toInstant(),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("event_id"),
                        row.getString("payload_type"),
                        row.getString("payload_revision"),
                        row.getString("payload"),
                        row.getString("metadata")))
                .list();
    }
}
