package org.crossface.pathway;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;

/**
 * What the aggregate would answer to a command after given facts. The whole way of a command is walked, with its rules in their order, and
 * undone. Many questions can be asked, of as many histories.
 */
public final class DryRun {

    private final SimpleCommandBus bus = SimpleCommandBus.builder()
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .build();
    private final AtomicInteger ids = new AtomicInteger();
    private List<? extends PathwayEvent> facts = List.of();
    private Instant now = Instant.EPOCH;

    /** The command was allowed. */
    private static final class Allowed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Allowed() {
            super("allowed", null, false, false);
        }
    }

    /** With the reference data of {@link PathwayFixture}, reservations that always succeed and the default policy. */
    public DryRun() {
        CircumstancesResolver given = new CircumstancesResolver(
                new Now(),
                instant -> Policy.defaults(),
                new PathwayFixture.KnownReference(),
                new PathwayFixture.FreeReservations(),
                () -> "new-" + ids.incrementAndGet());
        EventStore store =
                EmbeddedEventStore.builder().storageEngine(new Given()).build();
        bus.registerHandlerInterceptor((work, chain) -> {
            chain.proceed();
            throw new Allowed();
        });
        InspectedAggregates.subscribe(
                bus,
                InspectedAggregates.pathways(store).build(),
                InspectedAggregates.persons(store).build(),
                given);
    }

    /** The refusal of this command, given as it happens by the surgeon of {@link Histories}; empty if it is allowed. */
    public Optional<CommandRefused> refusal(List<? extends PathwayEvent> history, PathwayCommand command) {
        facts = history;
        now = command.occurredAt().toInstant();
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(command, PathwayFixture.as(Histories.SURGEON, Role.SURGEON)), answer);
        Throwable thrown = answer.getResult().exceptionResult();
        return switch (thrown) {
            case Allowed allowed -> Optional.empty();
            case CommandRefused refused -> Optional.of(refused);
            default -> throw new AssertionError(thrown);
        };
    }

    /** The facts that are given, and nothing else. */
    private final class Given implements EventStorageEngine {

        @Override
        public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
            List<DomainEventMessage<?>> messages = new ArrayList<>();
            boolean ofPathway = !facts.isEmpty() && facts.getFirst().pathwayId().equals(aggregateIdentifier);
            List<?> given = ofPathway ? facts : PeopleInMemory.facts(aggregateIdentifier);
            for (int i = (int) firstSequenceNumber; i < given.size(); i++) {
                messages.add(new GenericDomainEventMessage<>(
                        ofPathway ? "CarePathway" : "Patient", aggregateIdentifier, i, given.get(i)));
            }
            return DomainEventStream.of(messages);
        }

        @Override
        public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
            return Optional.empty();
        }

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            throw new AssertionError("A dry run stores nothing");
        }

        @Override
        public void storeSnapshot(DomainEventMessage<?> snapshot) {
            throw new AssertionError("A dry run stores nothing");
        }

        @Override
        public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken trackingToken, boolean mayBlock) {
            return Stream.empty();
        }
    }

    /** The clock of the service. */
    private final class Now extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
