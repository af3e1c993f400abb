package org.crossface.web.operations;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.Asked;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.messages.automation.Resending;
import org.crossface.messages.outbox.Attempt;
import org.crossface.messages.outbox.Letter;
import org.crossface.messages.outbox.MessageState;
import org.crossface.messages.outbox.Outbox;
import org.crossface.messages.outbox.OutboxMessage;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;

/**
 * Reads the outbox for users. What is listed names nobody but by identifiers: administrators see the messages of all sites, auditors and privacy
 * officers those of their own. Address and text are shown only through the read gate, which admits auditors and privacy officers for a purpose of
 * review and records the read.
 */
final class OutboxAccess {

    /** The resource name of address and text in the access log. */
    static final String LETTER = "audit/message";

    /** Most messages of a list. */
    static final int MOST = 200;

    private static final String LOOK = "look at the outbox";

    private final Outbox outbox;
    private final Resending resending;
    private final ReadGate gate;

    OutboxAccess(Outbox outbox, Resending resending, ReadGate gate) {
        this.outbox = outbox;
        this.resending = resending;
        this.gate = gate;
    }

    /** A message with its attempts. */
    record Opened(OutboxMessage message, List<Attempt> attempts) {}

    List<OutboxMessage> newest(CurrentActor actor, @Nullable MessageState state) {
        OperationsAccess.requireLook(actor, LOOK);
        return outbox.newest(state, sites(actor), MOST);
    }

    /** How many messages are in each state, those without any too. */
    Map<MessageState, Long> counts(CurrentActor actor) {
        OperationsAccess.requireLook(actor, LOOK);
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        for (MessageState state : MessageState.values()) {
            counts.put(state, 0L);
        }
        counts.putAll(outbox.counts(sites(actor)));
        return counts;
    }

    private static @Nullable Set<String> sites(CurrentActor actor) {
        return OperationsAccess.mayAct(actor) ? null : actor.siteFilter();
    }

    Opened open(CurrentActor actor, String id) {
        OperationsAccess.requireLook(actor, LOOK);
        OutboxMessage message = outbox.find(id)
                .filter(found -> OperationsAccess.mayAct(actor) || actor.seesSite(found.siteId()))
                .orElseThrow(OutboxAccess::gone);
        return new Opened(message, outbox.attempts(id));
    }

    Letter letter(CurrentActor actor, String id, String purpose) {
        Supplier<Asked> asked = () -> outbox.find(id)
                .map(message -> Asked.of(message.patientId(), message.siteId()))
                .orElse(Asked.NOBODY);
        return gate.show(actor, LETTER, purpose, asked, () -> {
            OutboxMessage message = outbox.find(id).orElseThrow(() -> new NotVisible(LETTER));
            Letter letter = outbox.letter(id).orElseThrow(() -> new NotVisible(LETTER));
            return Shown.of(letter, message.patientId(), message.siteId());
        });
    }

    void again(CurrentActor actor, String id) {
        OperationsAccess.requireAct(actor, "send messages again");
        if (!resending.again(open(actor, id).message())) {
            throw RequestFault.conflict(
                    "The message did not come back, or there is no address to send it to",
                    "Look at the message again, and at the contacts of the patient");
        }
    }

    private static RequestFault gone() {
        return RequestFault.notFound("There is no such message", "Look at the list again");
    }
}
