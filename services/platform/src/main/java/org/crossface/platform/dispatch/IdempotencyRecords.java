package org.crossface.platform.dispatch;

import java.util.Optional;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The answers of requests with an idempotency key; kept for 72 hours of system time. The answer of a request that appends events is written
 * by the event store, together with these; of two requests with one key, the primary key lets one through.
 */
public final class IdempotencyRecords {

    private static final String EXPIRED = "created_at < clock_timestamp() - interval '72 hours'";

    private final JdbcClient jdbc;

    /** @param jdbc joins the caller's transaction */
    public IdempotencyRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the answer of a request without events.
     *
     * @return whether the key was free
     */
    boolean keep(String actor, Idempotency request, Receipt receipt) {
        return jdbc.sql("INSERT INTO dispatch.idempotency AS known"
                                + " (actor, key, route, body_hash, position, sequence_number, stream_id)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (actor, key) DO UPDATE SET"
                                + " route = excluded.route, body_hash = excluded.body_hash, position = excluded.position,"
                                + " sequence_number = excluded.sequence_number, stream_id = excluded.stream_id,"
                                + " created_at = excluded.created_at WHERE known." + EXPIRED)
                        .params(
                                actor,
                                request.key(),
                                request.route(),
                                request.bodyHash(),
                                receipt.position(),
                                receipt.sequenceNumber(),
                                receipt.streamId())
                        .update()
                == 1;
    }

    /** Whether a request with this key has been answered within 72 hours. */
    boolean isTaken(String actor, Idempotency request) {
        return jdbc.sql("SELECT count(*) = 1 FROM dispatch.idempotency WHERE actor = ? AND key = ? AND NOT " + EXPIRED)
                .params(actor, request.key())
                .query(Boolean.class)
                .single();
    }

    /**
     * The answer of the earlier request with this key; empty if there is none or it has expired. An expired one is removed.
     *
     * @throws IdempotencyKeyReused if the earlier request was another one
     */
    Optional<Receipt> earlier(String actor, Idempotency request) {
        record Earlier(String route, String bodyHash, Receipt receipt) {}
        jdbc.sql("DELETE FROM dispatch.idempotency WHERE actor = ? AND key = ? AND " + EXPIRED)
                .params(actor, request.key())
                .update();
        return jdbc.sql("SELECT route, body_hash, position, sequence_number, stream_id FROM dispatch.idempotency"
                        + " WHERE actor = ? AND key = ?")
                .params(actor, request.key())
                .query((rs, n) -> new Earlier(
                        rs.getString(1),
                        rs.getString(2),
                        new Receipt(rs.getLong(3), rs.getLong(4), rs.getString(5), true)))
                .optional()
                .map(earlier -> {
                    if (!earlier.route().equals(request.route())
                            || !earlier.bodyHash().equals(request.bodyHash())) {
                        throw new IdempotencyKeyReused(request.key());
                    }
                    return earlier.receipt();
                });
    }

    /** Removes what is older than 72 hours. */
    public int purge() {
        return jdbc.sql("DELETE FROM dispatch.idempotency WHERE " + EXPIRED).update();
    }
}
