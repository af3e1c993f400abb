package org.crossface.pathway.story;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Samples;
import org.crossface.pathway.authority.AuthorityInterceptor;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;

/** A command bus, the aggregate, the authority table and an event store in memory, with a clock that each command sets. */
final class PathwayInMemory {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder()
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .build();
    private final AtomicInteger ids = new AtomicInteger();
    private Instant now = Instant.EPOCH;

    PathwayInMemory() {
        bus.registerHandlerInterceptor(new AuthorityInterceptor(CommandCatalogue.read()));
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(Metadata.ACTOR, Metadata.ROLE)));
        ParameterResolverFactory resolvers = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(CarePathway.class),
                new CircumstancesResolver(
                        new Now(),
                        instant -> Policy.defaults(),
                        new PathwayFixture.KnownReference(),
                        new PathwayFixture.FreeReservations(),
                        () -> "id-" + ids.incrementAndGet()));
        AggregateAnnotationCommandHandler.<CarePathway>builder()
                .aggregateType(CarePathway.class)
                .parameterResolverFactory(resolvers)
                .repository(EventSourcingRepository.builder(CarePathway.class)
                        .eventStore(store)
                        .parameterResolverFactory(resolvers)
                        .build())
                .build()
                .subscribe(bus);
    }

    /**
     * Gives a command at this local time of the surgery centre.
     *
     * @throws CommandRefused if a rule refuses it
     */
    void give(Role role, String localTime, Class<? extends PathwayCommand> command, Map<String, ?> values) {
        OffsetDateTime time = LocalDateTime.parse(localTime).atZone(ZONE).toOffsetDateTime();
        now = time.toInstant();
        Map<String, Object> all = new HashMap<>(Map.of("occurredAt", time));
        all.putAll(values);
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(
                new GenericCommandMessage<>(
                        Samples.of(command, all),
                        PathwayFixture.as(role == Role.SURGEON ? "surgeon-osei" : "user-" + role.code(), role)),
                answer);
        answer.getResult().optionalExceptionResult().ifPresent(PathwayInMemory::rethrow);
    }

    /** The rule that refuses this command, or {@code null} when it is taken. */
    @Nullable
    String refusal(Role role, String localTime, Class<? extends PathwayCommand> command, Map<String, ?> values) {
        int before = facts().size();
        try {
            give(role, localTime, command, values);
            return null;
        } catch (CommandRefused refused) {
            if (facts().size() != before) {
                throw new AssertionError("A refused command changed the record", refused);
            }
            return refused.rule();
        }
    }

    private static void rethrow(Throwable thrown) {
        if (thrown instanceof CommandRefused refused) {
            throw refused;
        }
        throw new AssertionError(thrown);
    }

    /** The recorded facts. */
    List<PathwayEvent> facts() {
        return store.readEvents("pathway-1")
                .asStream()
                .map(event -> (PathwayEvent) event.getPayload())
                .toList();
    }

    /** The last fact of this type. */
    <F extends PathwayEvent> F last(Class<F> type) {
        return facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No " + type.getSimpleName()));
    }

    PathwayState state() {
        return PathwayState.of(facts());
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
