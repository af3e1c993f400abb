package org.crossface.pathway.patient.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.platform.api.Reservations;
import org.jspecify.annotations.Nullable;

/** Finds the persons at a surgery centre who may be the one at hand. It keeps nothing of them in memory. */
public final class KnownPersons {

    private final Reservations reservations;
    private final EventStore events;

    public KnownPersons(Reservations reservations, EventStore events) {
        this.reservations = reservations;
        this.events = events;
    }

    /**
     * Somebody who may be the person at hand.
     *
     * @param sure whether there is no doubt about it
     * @param differs names of the traits in which the two differ, such as {@code phone}
     */
    public record Candidate(String patientId, boolean sure, List<String> differs) {

        public Candidate {
            differs = List.copyOf(differs);
        }
    }

    /** Those at the centre with the same name and birth date or with an identifier in common. */
    public List<Candidate> like(PersonTraits person, String siteId) {
        List<Candidate> found = new ArrayList<>();
        for (String patientId : PersonIndex.alike(person.keys(), siteId, reservations)) {
            traits(patientId)
                    .ifPresent(known ->
                            found.add(new Candidate(patientId, person.isSurely(known), person.differingFrom(known))));
        }
        return List.copyOf(found);
    }

    /** What this person differs in from the person at hand; empty when nobody is known by the identifier. */
    public Optional<Candidate> compared(PersonTraits person, String patientId) {
        return traits(patientId)
                .map(known -> new Candidate(patientId, person.isSurely(known), person.differingFrom(known)));
    }

    private Optional<PersonTraits> traits(String patientId) {
        DomainEventStream stream = events.readEvents(patientId);
        @Nullable PersonTraits traits = null;
        while (stream.hasNext()) {
            if (stream.next().getPayload() instanceof PatientEvent event) {
                traits = PersonTraits.after(traits, event);
            }
        }
        return Optional.ofNullable(traits);
    }
}
