package org.crossface.pathway.story;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.InspectedAggregates;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.PeopleInMemory;
import org.crossface.pathway.authority.AuthorityInterceptor;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.patient.registration.PatientCommand;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.recovery.flap.ReturnToTheatre;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the steps of a story to the aggregate: a command bus, the authority table and an event store in memory, with a clock that each step
 * sets.
 */
public final class PathwayInMemory {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder()
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .build();
    private final AtomicInteger ids = new AtomicInteger();
    private final String pathwayId;
    private final Map<String, String> given;
    private final ReferenceData reference;
    private Instant now = Instant.EPOCH;
    private @Nullable Object newest;

    /** A pathway of this number that is not open yet, of a patient who will be operated on in this room. */
    public PathwayInMemory(String pathwayId, String number, String room) {
        this(pathwayId, number, room, new PathwayFixture.FreeReservations());
    }

    /** The same, among others that hold what these reservations tell. */
    public PathwayInMemory(String pathwayId, String number, String room, Reservations reservations) {
        String patientId = "patient-of-" + pathwayId;
        this.pathwayId = pathwayId;
        this.given =
                new HashMap<>(Map.of("patientId", patientId, "number", number, "siteId", "site-bayview", "room", room));
        this.reference = new Reference(pathwayId, patientId, room);
        bus.registerHandlerInterceptor(new AuthorityInterceptor(CommandCatalogue.read()));
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(Metadata.ACTOR, Metadata.ROLE)));
        CircumstancesResolver circumstances = new CircumstancesResolver(
                new Now(),
                instant -> Policy.defaults(),
                reference,
                reservations,
                () -> pathwayId + "-" + ids.incrementAndGet());
        InspectedAggregates.subscribe(
                bus,
                InspectedAggregates.pathways(store)
                        .cache(new WeakReferenceCache())
                        .build(),
                PeopleInMemory.knowing(patientId, store),
                circumstances);
    }

    /** With these facts on record, whatever rule they break. */
    public PathwayInMemory given(List<PathwayEvent> facts) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (PathwayEvent fact : facts) {
            messages.add(new GenericDomainEventMessage<>("CarePathway", pathwayId, messages.size(), fact));
        }
        store.publish(messages);
        return this;
    }

    /**
     * Plays these steps, one after the other.
     *
     * @throws AssertionError if a step does not come to what the story says
     */
    public PathwayInMemory play(List<Step> steps) {
        steps.forEach(this::play);
        return this;
    }

    private void play(Step step) {
        int before = step.refusedBy() == null ? 0 : facts().size();
        Optional<CommandRefused> refusal = refusal(step);
        String told = refusal.map(step::toldOf).orElse(null);
        if (!Objects.equals(told, step.refusedBy())) {
            throw new AssertionError("Came to " + refusal + ": " + step, refusal.orElse(null));
        }
        if (refusal.isPresent() && facts().size() != before) {
            throw new AssertionError("A refused command changed the record: " + step);
        }
        if (step.command().type() == ScheduleSurgery.class && refusal.isEmpty()) {
            given.put("caseId", last(SurgeryScheduled.class).caseId());
        }
        if (step.command().type() == ReturnToTheatre.class && refusal.isEmpty()) {
            given.put("caseId", last(ReturnedToTheatre.class).caseId());
        }
    }

    private Optional<CommandRefused> refusal(Step step) {
        now = step.at().toInstant();
        Map<String, Object> command = step.body(given, this::idsOf);
        command.put("pathwayId", pathwayId);
        String usual = step.role() == Role.SURGEON
                ? "surgeon-osei"
                : "user-" + step.role().code();
        Map<String, String> metadata =
                new HashMap<>(PathwayFixture.as(Objects.requireNonNullElse(step.user(), usual), step.role()));
        Object late = command.remove(CircumstancesResolver.LATE_REASON);
        if (late != null) {
            metadata.put(CircumstancesResolver.LATE_REASON, late.toString());
        }
        return refusal(JSON.convertValue(command, step.command().type()), metadata);
    }

    /** The identifiers of the facts of this stored name. */
    private List<String> idsOf(String name) {
        return facts().stream()
                .filter(fact ->
                        fact.getClass().getAnnotation(EventName.class).value().equals(name))
                .map(PathwayEvent::factId)
                .toList();
    }

    /** Plays these steps, and tells each command that is taken, and the facts before it. */
    public void play(List<Step> steps, BiConsumer<PathwayCommand, List<PathwayEvent>> taken) {
        for (Step step : steps) {
            List<PathwayEvent> before = facts();
            play(step);
            if (step.refusedBy() == null && newest instanceof PathwayCommand command) {
                taken.accept(command, before);
            }
        }
    }

    private Optional<CommandRefused> refusal(Object command, Map<String, String> metadata) {
        newest = command;
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        Clock before = GenericEventMessage.clock;
        GenericEventMessage.clock = new Now();
        try {
            bus.dispatch(new GenericCommandMessage<>(command, metadata), answer);
        } finally {
            GenericEventMessage.clock = before;
        }
        return answer.getResult().optionalExceptionResult().map(thrown -> {
            if (thrown instanceof CommandRefused refused) {
                return refused;
            }
            throw new AssertionError("Cannot play " + command, thrown);
        });
    }

    /** What has something against a command about the person. */
    public Optional<CommandRefused> give(String user, Role role, PatientCommand command) {
        now = command.occurredAt().toInstant();
        return refusal(command, PathwayFixture.as(user, role));
    }

    /** The patient of the pathway. */
    public String patientId() {
        return Objects.requireNonNull(given.get("patientId"));
    }

    /** The facts about the person. */
    public List<Object> factsOfPerson() {
        return store.readEvents(patientId())
                .asStream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }

    /** What has something against a command that this person gives at the time of which it tells; empty when it is taken. */
    public Optional<CommandRefused> give(String user, Role role, PathwayCommand command) {
        now = command.occurredAt().toInstant();
        return refusal(command, PathwayFixture.as(user, role));
    }

    /** The recorded facts. */
    public List<PathwayEvent> facts() {
        return store.readEvents(pathwayId)
                .asStream()
                .map(event -> (PathwayEvent) event.getPayload())
                .toList();
    }

    /** Who recorded the fact. */
    public String authorOf(PathwayEvent fact) {
        return store.readEvents(pathwayId)
                .asStream()
                .filter(event -> event.getPayload().equals(fact))
                .map(event -> String.valueOf(event.getMetaData().get(Metadata.ACTOR)))
                .findFirst()
                .orElseThrow();
    }

    /** Sites, surgeons and the patient as the commands of the story find them. */
    public ReferenceData reference() {
        return reference;
    }

    /** The last fact of this type. */
    public <F extends PathwayEvent> F last(Class<F> type) {
        return facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No " + type.getSimpleName()));
    }

    /** The state that the facts make. */
    public PathwayState state() {
        return PathwayState.of(facts());
    }

    /** Knows the patient and the room of the story, and its surgeon at all times. */
    private static final class Reference extends PathwayFixture.KnownReference {

        private final String pathwayId;
        private final String patientId;
        private final String room;

        private Reference(String pathwayId, String patientId, String room) {
            this.pathwayId = pathwayId;
            this.patientId = patientId;
            this.room = room;
        }

        @Override
        public Optional<SurgicalSite> site(String siteId) {
            return super.site(siteId)
                    .map(site -> new SurgicalSite(
                            siteId,
                            site.name(),
                            site.organisationId(),
                            site.kind(),
                            site.zone(),
                            Set.of(room),
                            site.privileges()));
        }

        @Override
        public Optional<PrivilegedPractitioner> practitioner(String practitionerId) {
            return super.practitioner(practitionerId)
                    .map(surgeon -> new PrivilegedPractitioner(
                            practitionerId,
                            surgeon.name(),
                            surgeon.organisationId(),
                            Set.of(Stage.values()),
                            LocalDate.of(2100, 12, 31)));
        }

        @Override
        public List<String> pathwaysOfPatient(String id) {
            return id.equals(patientId) ? List.of(pathwayId) : List.of();
        }

        @Override
        public Optional<KnownPatient> patient(String id) {
            return Optional.of(new KnownPatient(
                            patientId,
                            PartialDate.of(LocalDate.of(1990, 6, 2)),
                            false,
                            false,
                            false,
                            "America/Los_Angeles"))
                    .filter(patient -> patient.patientId().equals(id));
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
