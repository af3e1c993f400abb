package org.crossface.server;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.crossface.billing.account.BillingEvent;
import org.crossface.billing.charges.ChargeView;
import org.crossface.coordination.ViewChanged;
import org.crossface.coordination.ViewChanges;

/** Notifies open billing pages of this node of a changed charge, after the view's transaction. */
@ProcessingGroup(ChargeView.GROUP)
class ChargeChanges {

    static final String VIEW = "charges";

    private final ViewChanges changes;

    ChargeChanges(ViewChanges changes) {
        this.changes = changes;
    }

    @EventHandler
    void on(BillingEvent event, TrackingToken token, UnitOfWork<?> work) {
        long position = token.position()
                .orElseThrow(() -> new IllegalStateException("The event store gives every event a position"));
        ViewChanged changed = new ViewChanged(VIEW, event.chargeId(), position);
        work.root().afterCommit(committed -> changes.tell(List.of(changed)));
    }
}
