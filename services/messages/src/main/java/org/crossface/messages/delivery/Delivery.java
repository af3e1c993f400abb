package org.crossface.messages.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.crossface.messages.delivery.MailServer.Result;
import org.crossface.messages.outbox.Letter;
import org.crossface.messages.outbox.MessageState;
import org.crossface.messages.outbox.Outbox;
import org.crossface.messages.outbox.OutboxMessage;
import org.crossface.pathway.oversight.sending.RecordMessageOutcome;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;

/** One round: hands over what waits, and tells pathways what became of the messages to their patients. */
final class Delivery {

    /** Pauses double from the first to the last, so that a server that is away for an hour loses no message. */
    static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

    static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    static final int MOST_ATTEMPTS = 12;

    private static final String ACTOR = "messages";
    private static final int AT_ONCE = 50;

    /** Longer than all messages of a round take, each with three steps at their limit. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final Outbox outbox;
    private final MailServer server;
    private final CommandDispatch dispatch;

    Delivery(Outbox outbox, MailServer server, CommandDispatch dispatch) {
        this.outbox = outbox;
        this.server = server;
        this.dispatch = dispatch;
    }

    /** Hands over what waits; returns how many messages it looked at. */
    int send() {
        List<OutboxMessage> leased = outbox.lease(AT_ONCE, LEASE);
        leased.forEach(this::send);
        return leased.size();
    }

    private void send(OutboxMessage message) {
        if (!message.uselessAt().isAfter(outbox.now())) {
            outbox.dropped(message, MessageState.TOO_LATE);
            return;
        }
        Optional<Letter> letter = outbox.letter(message.id());
        if (letter.isEmpty()) {
            outbox.dropped(message, MessageState.NO_ADDRESS);
            return;
        }
        Result result = server.send(message.id(), letter.get());
        int attempts = message.attempts() + 1;
        MessageState state = switch (result.kind()) {
            case TAKEN -> MessageState.SENT;
            case REFUSED -> MessageState.REFUSED;
            // A message that was sent again by hand has as many attempts before it as a new one.
            case LATER -> attempts % MOST_ATTEMPTS == 0 ? MessageState.GIVEN_UP : MessageState.WAITING;
        };
        outbox.attempted(message, state, result.reply(), pause(attempts));
    }

    static Duration pause(int attempts) {
        Duration doubled = SHORTEST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Tells pathways what became of messages; returns how many. */
    int tell() {
        List<OutboxMessage> untold = outbox.untold(AT_ONCE);
        untold.forEach(this::tell);
        return untold.size();
    }

    /** It may be told twice, and the pathway records an outcome once. */
    private void tell(OutboxMessage message) {
        Instant now = outbox.now();
        dispatch.send(
                new RecordMessageOutcome(
                        message.pathwayId(),
                        now.atOffset(ZoneOffset.UTC),
                        message.eventId(),
                        message.state().failure().orElse(null)),
                Envelope.of(ACTOR, Role.SYSTEM, "crossface", "SCHEDULER", "TREAT", "message-" + message.id()));
        outbox.told(message);
    }
}
