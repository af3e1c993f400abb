package org.crossface.pathway.patient.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.patient.PersonLinks;
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

    /** Those at the centre with the same name and birth date or with an identifier in common; of linked persons the main one. */
    public List<Candidate> like(PersonTraits person, String siteId) {
        Map<String, Candidate> found = new TreeMap<>();
        for (String patientId : PersonIndex.alike(person.keys(), siteId, reservations)) {
            read(patientId).ifPresent(known -> {
                Candidate candidate = candidate(
                        person, known.links().mainOf(patientId), known.details().traits());
                found.merge(candidate.patientId(), candidate, KnownPersons::nearer);
            });
        }
        return List.copyOf(found.values());
    }

    /** Of two registrations of one person the one that is more like the person at hand. */
    private static Candidate nearer(Candidate one, Candidate other) {
        return Stream.of(one, other)
                .min(Comparator.comparing((Candidate each) -> !each.sure())
                        .thenComparingInt(each -> each.differs().size()))
                .orElseThrow();
    }

    private static Candidate candidate(PersonTraits person, String patientId, PersonTraits known) {
        return new Candidate(patientId, person.isSurely(known), person.differingFrom(known));
    }

    /** What this person differs in from the person at hand; empty when nobody is known by the identifier. */
    public Optional<Candidate> compared(PersonTraits person, String patientId) {
        return read(patientId)
                .map(known -> candidate(person, patientId, known.details().traits()));
    }

    /** What is known of a person now; empty when nobody is registered so, and after erasure. */
    public Optional<PersonDetails> details(String patientId) {
        return read(patientId).map(Known::details);
    }

    /** A registered person who is not erased. */
    private record Known(PersonDetails details, PersonLinks links) {}

    private Optional<Known> read(String patientId) {
        DomainEventStream stream = events.readEvents(patientId);
        @Nullable PersonDetails details = null;
        PersonLinks links = PersonLinks.NONE;
        while (stream.hasNext()) {
            if (stream.next().getPayload() instanceof PatientEvent event) {
                details = PersonDetails.after(details, event);
                links = links.after(event);
            }
        }
        return details == null ? Optional.empty() : Optional.of(new Known(details, links));
    }
}
