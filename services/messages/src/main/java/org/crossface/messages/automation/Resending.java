package org.crossface.messages.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.messages.outbox.Letter;
import org.crossface.messages.outbox.Outbox;
import org.crossface.messages.outbox.OutboxMessage;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayEvent;

/** Sends messages again that came back: to a patient at the address that is right now, to the staff at the address of then. */
public final class Resending {

    private final Outbox outbox;
    private final Letters letters;
    private final EventStore events;

    public Resending(Outbox outbox, Letters letters, EventStore events) {
        this.outbox = outbox;
        this.letters = letters;
        this.events = events;
    }

    /** Sends a message again; returns whether it came back before and there is an address. */
    public boolean again(OutboxMessage message) {
        Optional<Letter> letter = message.isToPatient()
                ? Optional.ofNullable(
                        letters.toPatient(message.kind(), message.patientId(), intake(message.pathwayId()))
                                .letter())
                : outbox.letter(message.id());
        return letter.filter(found -> outbox.again(message, found)).isPresent();
    }

    /** What a pathway's referral says, and whose it is now. */
    Intake intake(String pathwayId) {
        List<PathwayEvent> facts = new ArrayList<>();
        events.readEvents(pathwayId).asStream().forEach(each -> {
            if (each.getPayload() instanceof PathwayEvent fact) {
                facts.add(fact);
            }
        });
        return PathwayState.of(facts).intake();
    }
}
