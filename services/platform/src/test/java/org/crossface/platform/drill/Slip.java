package org.crossface.platform.drill;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.crossface.platform.api.EventName;

/** A stream of its own for some entries, so that their unit of work appends to two streams. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Axon sets and reads the field
public class Slip {

    /** Slips without the entry of their request, and entries without the slip that they must have. */
    public static final String DDL = """
            CREATE VIEW drill.slip AS
              SELECT payload ->> 'request' AS request FROM eventstore.event WHERE payload_type = 'drill.slip-written';
            CREATE VIEW drill.entry_with_slip AS
              SELECT payload ->> 'request' AS request FROM eventstore.event
               WHERE payload_type = 'drill.entered' AND (payload ->> 'amount')::bigint % 5 = 0;
            CREATE VIEW drill.slip_difference AS
              (TABLE drill.slip EXCEPT TABLE drill.entry_with_slip) UNION ALL (TABLE drill.entry_with_slip EXCEPT TABLE drill.slip);""";

    /** The slip of a request exists. */
    @EventName("drill.slip-written")
    public record Written(String slip, String request) {}

    @AggregateIdentifier
    private String id;

    protected Slip() {}

    Slip(Account.Enter command) {
        apply(new Written("slip-" + command.request(), command.request()));
    }

    /** Every fifth amount has one. */
    static boolean isDueFor(Account.Enter command) {
        return command.amount() % 5 == 0;
    }

    @EventSourcingHandler
    void on(Written event) {
        id = event.slip();
    }
}
