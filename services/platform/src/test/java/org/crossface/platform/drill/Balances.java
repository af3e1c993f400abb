package org.crossface.platform.drill;

import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;

/** A projection that would show an event that was handled twice or not at all: it adds. */
@ProcessingGroup("drill-balances")
final class Balances {

    /** Its tables, and what a fresh replay makes of all events. */
    static final String DDL = """
            CREATE SCHEMA IF NOT EXISTS drill;
            CREATE TABLE drill.balance (account text PRIMARY KEY, entries bigint NOT NULL, total bigint NOT NULL);
            CREATE TABLE drill.progress (one int PRIMARY KEY, position bigint NOT NULL);
            INSERT INTO drill.progress VALUES (1, -1);
            CREATE VIEW drill.replayed AS
              SELECT payload ->> 'account' AS account, count(*) AS entries, sum((payload ->> 'amount')::bigint)::bigint AS total
                FROM eventstore.event WHERE payload_type = 'drill.entered' GROUP BY 1;
            CREATE VIEW drill.difference AS
              (TABLE drill.balance EXCEPT TABLE drill.replayed) UNION ALL (TABLE drill.replayed EXCEPT TABLE drill.balance);
            GRANT USAGE ON SCHEMA drill TO crossface_server;
            GRANT SELECT, INSERT, UPDATE ON drill.balance, drill.progress TO crossface_server;""";

    private final JdbcTemplate jdbc;

    /** @param dataSource in the processor's transaction, or, in a control, outside of it */
    Balances(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @EventHandler
    void on(Account.Entered event, TrackingToken token) {
        jdbc.update(
                "INSERT INTO drill.balance AS b VALUES (?, 1, ?)"
                        + " ON CONFLICT (account) DO UPDATE SET entries = b.entries + 1, total = b.total + EXCLUDED.total",
                event.account(),
                event.amount());
        jdbc.update("UPDATE drill.progress SET position = ?", token.position().orElseThrow());
        FailPoint.MID_PROJECTION.passed();
    }
}
