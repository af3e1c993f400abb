package org.crossface.platform.dispatch;

import java.util.Optional;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers of requests that came with a key; kept for 72 hours of system time. */
public final class IdempotencyRecords {

    private static final String EXPIRED = "created_at < clock_timestamp() - interval '72 hours'";

    private final JdbcClient jdbc;

    /** @param jdbc joins the caller's transaction */
    public IdempotencyRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the key for this request, in the current transaction. A concurrent request with the same key waits here until the other one
     * has committed or rolled back.
     *
     * @return the answer of the earlier request with this key; empty if this is the first
     * @throws IdempotencyKeyReused if the earlier request was another one
     */
    Optional<Receipt> claim(String actor, Idempotency request) {
        int inserted = jdbc.sql(
                        "INSERT INTO dispatch.idempotency AS known (actor, key, route, body_hash) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (actor, key) DO UPDATE SET route = excluded.route, body_hash = excluded.body_hash,"
                                + " position = NULL, sequence_number = NULL, stream_id = NULL, created_at = excluded.created_at"
                                + " WHERE known." + EXPIRED)
                .params(actor, request.key(), request.route(), request.bodyHash())
                .update();
        return inserted == 1 ? Optional.empty() : Optional.of(earlier(actor, request));
    }

    private Receipt earlier(String actor, Idempotency request) {
        record Earlier(String route, String bodyHash, Receipt receipt) {}
        Earlier earlier = jdbc.sql(
                        "SELECT route, body_hash, position, sequence_number, stream_id FROM dispatch.idempotency"
                                + " WHERE actor = ? AND key = ?")
                .params(actor, request.key())
                .query((rs, n) -> new Earlier(
                        rs.getString(1),
                        rs.getString(2),
                        new Receipt(rs.getLong(3), rs.getLong(4), rs.getString(5), true)))
                .single();
        if (!earlier.route().equals(request.route()) || !earlier.bodyHash().equals(request.bodyHash())) {
            throw new IdempotencyKeyReused(request.key());
        }
        return earlier.receipt();
    }

    /** Keeps the answer, in the transaction that took the key. */
    void answer(String actor, Idempotency request, Receipt receipt) {
        jdbc.sql(
                        "UPDATE dispatch.idempotency SET position = ?, sequence_number = ?, stream_id = ? WHERE actor = ? AND key = ?")
                .params(receipt.position(), receipt.sequenceNumber(), receipt.streamId(), actor, request.key())
                .update();
    }

    /** Removes what is older than 72 hours. */
    public int purge() {
        return jdbc.sql("DELETE FROM dispatch.idempotency WHERE " + EXPIRED).update();
    }
}
