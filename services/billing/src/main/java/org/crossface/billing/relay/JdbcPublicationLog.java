package org.crossface.billing.relay;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores in the schema {@code billing} which charges were published when. */
public final class JdbcPublicationLog implements PublicationLog {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public JdbcPublicationLog(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void publishedUpTo(long position, Instant at) {
        jdbc.sql("INSERT INTO billing.published (up_to_position, at) VALUES (:position, :at) ON CONFLICT DO NOTHING")
                .param("position", position)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void parked(ParkedPathways parked) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM billing.parked").update();
            parked.byPathway()
                    .forEach((pathway, waiting) -> jdbc.sql(
                                    "INSERT INTO billing.parked (pathway_id, event_id, position, reason)"
                                            + " VALUES (:pathway, :event, :position, :reason)")
                            .param("pathway", pathway)
                            .param("event", waiting.eventId())
                            .param("position", waiting.position())
                            .param("reason", waiting.reason())
                            .update());
        });
    }
}
