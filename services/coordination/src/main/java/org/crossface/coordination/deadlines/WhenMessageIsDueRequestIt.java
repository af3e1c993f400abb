package org.crossface.coordination.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.crossface.coordination.views.PathwayUpdates;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.followup.DueMessage;
import org.crossface.pathway.oversight.sending.RequestMessages;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.api.Role;
import org.crossface.platform.deadlines.Deadline;
import org.crossface.platform.deadlines.DeadlineHandler;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.CommandsInWork;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Receipt;

/**
 * Asks the pathway for the messages whose time has come. The aggregate decides by its own state and the same function, so that a deadline that
 * was handled twice asks for no message twice.
 */
public final class WhenMessageIsDueRequestIt implements DeadlineHandler {

    private static final String ACTOR = "messages";

    private final CommandDispatch dispatch;
    private final PathwayUpdates updates;
    private final Policies policies;

    public WhenMessageIsDueRequestIt(CommandDispatch dispatch, PathwayUpdates updates, Policies policies) {
        this.dispatch = dispatch;
        this.updates = updates;
        this.policies = policies;
    }

    /** Outside the hours in which patients are contacted, the next deadline is their beginning. */
    @Override
    public Optional<Instant> passed(Deadline deadline) {
        Receipt receipt = dispatch.send(
                new RequestMessages(deadline.key(), deadline.now().atOffset(ZoneOffset.UTC)),
                Envelope.of(ACTOR, Role.SYSTEM, "crossface", CommandsInWork.SCHEDULER, "TREAT", requestOf(deadline))
                        .noting(CircumstancesResolver.NOW, deadline.now().toString()));
        return DueMessage.next(
                        updates.at(deadline.key(), receipt.sequenceNumber()),
                        policies.inForceAt(deadline.now()),
                        deadline.now())
                .map(DueMessage::at);
    }

    /** The same for the same deadline, so that what it caused can be found. */
    private static String requestOf(Deadline deadline) {
        String whole = PathwayDeadlines.MESSAGES + ' ' + deadline.key() + ' ' + deadline.at();
        return "deadline-" + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
