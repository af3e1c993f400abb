package org.crossface.pathway;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.Repository;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.PersonLinks;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.patient.registration.Patient;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.reference.EventSourcedReferenceData;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;

/** Several persons with their pathways in one store in memory, with reservations that are held, and reference data that is read from the store. */
public final class Persons {

    /** When all commands are given. */
    public static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    private final HeldReservations held = new HeldReservations();
    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder()
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .build();
    private final List<String> pathways = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Reference reference = new Reference();

    public Persons() {
        CircumstancesResolver given = new CircumstancesResolver(
                Clock.fixed(NOW, ZoneOffset.UTC),
                instant -> Policy.defaults(),
                reference,
                held,
                () -> "id-" + ids.incrementAndGet());
        Repository<Patient> persons = InspectedAggregates.persons(store).build();
        InspectedAggregates.subscribe(bus, InspectedAggregates.pathways(store).build(), persons, given);
        InspectedAggregates.subscribe(bus, persons);
    }

    /** Gives a command; the refusal, if a rule refuses it. */
    public Optional<CommandRefused> give(Role role, Object command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(command, PathwayFixture.as(role)), answer);
        return answer.getResult().optionalExceptionResult().map(thrown -> {
            if (thrown instanceof CommandRefused refused) {
                return refused;
            }
            throw new AssertionError("Cannot give " + command, thrown);
        });
    }

    /** Gives a command that no rule refuses. */
    public Persons take(Role role, Object command) {
        give(role, command).ifPresent(refused -> {
            throw new AssertionError("Refused: " + command, refused);
        });
        return this;
    }

    /** Registers a person at a centre. */
    public Persons register(String patientId, String family, @Nullable String given, String born, String siteId) {
        return take(Role.SURGICAL_COORDINATOR, registration(patientId, family, given, born, siteId));
    }

    /** The registration of a person. */
    public static RegisterPatient registration(
            String patientId, String family, @Nullable String given, String born, String siteId) {
        return new RegisterPatient(
                patientId,
                NOW.atOffset(ZoneOffset.UTC),
                family,
                given,
                born,
                Sex.FEMALE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "en",
                false,
                "America/Los_Angeles",
                List.of(),
                true,
                null,
                null,
                null,
                siteId,
                null);
    }

    /** Refers a person, which opens a pathway. */
    public Persons refer(String pathwayId, String patientId, @Nullable ParalysedSide side, String siteId) {
        return take(Role.SURGICAL_COORDINATOR, referral(pathwayId, patientId, side, siteId));
    }

    /** The referral of a person. */
    public RegisterReferral referral(String pathwayId, String patientId, @Nullable ParalysedSide side, String siteId) {
        pathways.add(pathwayId);
        return new RegisterReferral(
                pathwayId,
                NOW.atOffset(ZoneOffset.UTC),
                patientId,
                "P-" + pathwayId,
                siteId,
                LocalDate.of(2026, 3, 1),
                side,
                null,
                null,
                null);
    }

    /** The state of a pathway. */
    public PathwayState pathway(String pathwayId) {
        return PathwayState.of(
                facts(pathwayId).stream().map(PathwayEvent.class::cast).toList());
    }

    /** The recorded facts of a pathway or a person. */
    public List<Object> facts(String streamId) {
        return store.readEvents(streamId)
                .asStream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }

    /** What is reserved. */
    public HeldReservations held() {
        return held;
    }

    /** Finds those who are alike. */
    public KnownPersons known() {
        return new KnownPersons(held, store);
    }

    /** What the rules ask. */
    public Reference reference() {
        return reference;
    }

    /** Sites as in the fixture, people from the store. */
    public final class Reference extends PathwayFixture.KnownReference {

        private final EventSourcedReferenceData people =
                new EventSourcedReferenceData(store, id -> Optional.empty(), this::opened);

        private List<String> opened(String patientId) {
            return pathways.stream()
                    .filter(id -> !facts(id).isEmpty())
                    .filter(id -> pathway(id).intake().patientId().equals(patientId))
                    .toList();
        }

        @Override
        public Optional<PatientSites> sitesOfPatient(String patientId) {
            return people.sitesOfPatient(patientId);
        }

        @Override
        public PersonLinks linksOfPatient(String patientId) {
            return people.linksOfPatient(patientId);
        }

        @Override
        public List<String> pathwaysOfPatient(String patientId) {
            return people.pathwaysOfPatient(patientId);
        }

        @Override
        public Optional<KnownPatient> patient(String patientId) {
            return people.patient(patientId);
        }
    }
}
