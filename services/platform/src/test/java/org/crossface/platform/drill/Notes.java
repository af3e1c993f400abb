package org.crossface.platform.drill;

import javax.sql.DataSource;
import org.crossface.platform.transactions.TransactionOnDemand;
import org.springframework.jdbc.core.JdbcTemplate;

/** A table besides the event store that some commands write to, so that their append is part of a longer transaction. */
final class Notes {

    /** The table, and how it differs from the events of the commands that write to it, both ways. */
    static final String DDL = """
            CREATE TABLE drill.note (request text PRIMARY KEY);
            CREATE VIEW drill.noted_event AS
              SELECT payload ->> 'request' AS request FROM eventstore.event
               WHERE payload_type = 'drill.entered' AND (payload ->> 'amount')::bigint % 3 = 0;
            CREATE VIEW drill.note_difference AS
              (TABLE drill.note EXCEPT TABLE drill.noted_event) UNION ALL (TABLE drill.noted_event EXCEPT TABLE drill.note);
            GRANT SELECT, INSERT ON drill.note TO crossface_server;""";

    private final TransactionOnDemand transactions;
    private final JdbcTemplate jdbc;

    Notes(TransactionOnDemand transactions, DataSource dataSource) {
        this.transactions = transactions;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Every third amount is noted. */
    void of(Account.Enter command) {
        if (command.amount() % 3 == 0) {
            transactions.require();
            jdbc.update("INSERT INTO drill.note VALUES (?)", command.request());
        }
    }
}
