package org.crossface.pathway;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.Repository;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.PatientTakenOn;
import org.crossface.pathway.patient.registration.Patient;

/** The stream of one person in an event store in memory. */
public final class PeopleInMemory {

    private PeopleInMemory() {}

    /** A repository in a store of its own, which knows this person, born on 2 June 1990. */
    public static Repository<Patient> knowing(String patientId) {
        return knowing(
                patientId,
                EmbeddedEventStore.builder()
                        .storageEngine(new InMemoryEventStorageEngine())
                        .build());
    }

    /** A repository in this store, to which this person's registration is added. */
    public static Repository<Patient> knowing(String patientId, EventStore store) {
        List<?> facts = facts(patientId);
        for (int sequence = 0; sequence < facts.size(); sequence++) {
            store.publish(new GenericDomainEventMessage<>("Patient", patientId, sequence, facts.get(sequence)));
        }
        return InspectedAggregates.persons(store).build();
    }

    /** The facts of a person who was born on 2 June 1990. */
    static List<?> facts(String patientId) {
        return List.of(
                Samples.of(PatientRegistered.class, Map.of("patientId", patientId, "birthDate", "1990-06-02")),
                Samples.of(PatientTakenOn.class, Map.of("patientId", patientId)));
    }
}
