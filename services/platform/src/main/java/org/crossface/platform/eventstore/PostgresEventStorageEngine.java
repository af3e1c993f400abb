package org.crossface.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.eventstore.Appended.StreamEvent;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.personal.PersonalFields;
import org.crossface.platform.personal.PersonalFields.Place;
import org.crossface.platform.personal.SubjectCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores events in PostgreSQL under stable positions: once a reader has been given position p, no event at or below p appears later. So a
 * token is one number, and neither gaps nor rollbacks need bookkeeping.
 *
 * <p>Writers take a shared advisory lock that names the last position handed out before they take one themselves (a trigger does it).
 * {@code eventstore.horizon()} is the last stored position that is not above the lowest such lock; readers read up to it. {@code
 * docs/event-store.md} gives the proof.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine implements AutoCloseable {

    private static final String ANSWER_CONSTRAINT = "idempotency_pkey";
    /** Ten times Axon's default: it makes a replay a third faster, since it waits less often for the database. */
    private static final int EVENTS_PER_FETCH = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PersonalFields personal;
    private final SubjectCipher cipher;
    private final EventNames names;
    private final Appends appends;
    private final SnapshotFilter snapshotFilter;
    private final ExecutorService fetching = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("event-read-ahead-", 1).factory());
    private final EventDecoder decoder;
    private final EventReads reads;

    private PostgresEventStorageEngine(Builder builder) {
        super(builder);
        this.jdbc = new JdbcTemplate(builder.required(builder.dataSource, "data source"));
        this.transaction = new TransactionTemplate(
                new JdbcTransactionManager(builder.required(builder.dataSource, "data source")));
        this.personal = builder.required(builder.personal, "personal fields");
        this.cipher = builder.required(builder.cipher, "subject cipher");
        this.names = builder.required(builder.names, "event names");
        this.snapshotFilter = builder.ownSnapshotFilter;
        this.decoder = new EventDecoder(personal, getEventSerializer(), upcasterChain);
        this.reads = new EventReads(jdbc, decoder, batchSize(), fetching);
        requireUncachedSequence();
        builder.appending().forEach(PostgresEventStorageEngine::requireDurableCommits);
        this.appends = builder.appends();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A sequence with a cache hands out positions below ones that a reader has already passed. */
    private void requireUncachedSequence() {
        Long cache = jdbc.queryForObject(
                "SELECT seqcache FROM pg_sequence WHERE seqrelid = 'eventstore.position_seq'::regclass", Long.class);
        if (cache == null || cache != 1) {
            throw new AxonConfigurationException(
                    "The sequence eventstore.position_seq must have CACHE 1, not " + cache);
        }
    }

    /** Without it an acknowledged event could be gone after a crash, and its position be given to another. */
    private static void requireDurableCommits(DataSource connections) {
        String commits = new JdbcTemplate(connections).queryForObject("SHOW synchronous_commit", String.class);
        if ("off".equals(commits)) {
            throw new AxonConfigurationException(
                    "The sessions that append events need synchronous_commit = on, not off");
        }
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<NewEvent> stored =
                events.stream().map(event -> stored(event, serializer)).toList();
        List<StreamEvent> inStreams =
                stored.stream().flatMap(event -> event.streamEvent().stream()).toList();
        Appended planned = Appended.of(inStreams);
        RememberedStates.requireFresh(this, stream -> planned.to(stream).isPresent());
        AppendTerms terms = AppendTerms.current().orElse(null);
        KeptAnswer answer = terms == null ? null : terms.agree(planned);
        try {
            long[] positions = appends.append(new AppendBatch(stored, answer));
            Appended.record(positions[positions.length - 1], inStreams);
        } catch (AppendFailure e) {
            if (answer != null && ANSWER_CONSTRAINT.equals(e.constraint())) {
                throw new RequestKeyTaken(answer.key());
            }
            if (terms != null && e.isDuplicate() && !TransactionSynchronizationManager.isActualTransactionActive()) {
                terms.beforeConflict();
            }
            handlePersistenceException(inSpringsTerms(e.failure()), likelyAtFault(events, inStreams));
        }
    }

    /**
     * The event for which a conflict is reported. For the first event of a new stream Axon would report a second creation, which is not
     * retried, although the race may have been lost for another stream of the same unit of work.
     */
    private static EventMessage<?> likelyAtFault(List<? extends EventMessage<?>> events, List<StreamEvent> inStreams) {
        Set<String> created = inStreams.stream()
                .filter(event -> event.sequenceNumber() == 0)
                .map(StreamEvent::streamId)
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> event instanceof DomainEventMessage<?> inStream
                        && !created.contains(inStream.getAggregateIdentifier()))
                .findFirst()
                .<EventMessage<?>>map(event -> event)
                .orElse(events.get(0));
    }

    /** So that an absent database is distinguished from a fault, as everywhere else. */
    private Exception inSpringsTerms(SQLException failure) {
        DataAccessException translated = jdbc.getExceptionTranslator().translate("append", null, failure);
        return translated == null ? failure : translated;
    }

    private NewEvent stored(EventMessage<?> event, Serializer serializer) {
        if (names.nameOf(event.getPayloadType()).isEmpty()) {
            throw new IllegalArgumentException(
                    event.getPayloadType().getName() + " has no @EventName, so there is no name to store it under");
        }
        DomainEventMessage<?> inStream = event instanceof DomainEventMessage<?> domainEvent ? domainEvent : null;
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        String aggregateId = inStream == null ? null : inStream.getAggregateIdentifier();
        String patient = (String) event.getMetaData().get(Metadata.PATIENT);
        return new NewEvent(
                inStream == null ? null : inStream.getSequenceNumber(),
                event.getTimestamp(),
                aggregateId,
                inStream == null ? null : inStream.getType(),
                event.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                personal.seal(
                        patient, new Place(event.getIdentifier(), aggregateId), event.getPayload(), payload.getData()),
                event.serializeMetaData(serializer, String.class).getData());
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return reads.batchOf(aggregateIdentifier, firstSequenceNumber, batchSize).stream()
                .map(decoder::data)
                .toList();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return reads.batchAfter(positionOf(lastToken), batchSize).stream()
                .<TrackedEventData<?>>map(decoder::trackedData)
                .toList();
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return reads.ofStream(aggregateIdentifier, firstSequenceNumber);
    }

    /**
     * The last snapshot of an aggregate and the events after it, in one round trip. If the snapshot cannot be used, all events of the
     * stream.
     *
     * @param whenSnapshotFails receives the identifier and the failure when the snapshot cannot be read, and may return another snapshot
     */
    public DomainEventStream readAggregate(
            String aggregateIdentifier,
            BiFunction<String, Throwable, Optional<DomainEventMessage<?>>> whenSnapshotFails) {
        EventReads.Beginning beginning = reads.beginning(aggregateIdentifier);
        StoredEvent stored = beginning.snapshot();
        if (stored == null) {
            return reads.ofStream(aggregateIdentifier, beginning);
        }
        Optional<DomainEventMessage<?>> snapshot;
        try {
            snapshot = snapshotData(stored).filter(snapshotFilter::allow).flatMap(this::snapshotMessage);
        } catch (RuntimeException | LinkageError e) {
            snapshot = whenSnapshotFails.apply(aggregateIdentifier, e);
        }
        return snapshot.map(message -> DomainEventStream.concat(
                        DomainEventStream.of(message), reads.ofStream(aggregateIdentifier, beginning)))
                .orElseGet(() -> readEvents(aggregateIdentifier, 0));
    }

    private Optional<DomainEventMessage<?>> snapshotMessage(DomainEventData<byte[]> snapshot) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(snapshot), getSnapshotSerializer(), upcasterChain)
                .asStream()
                .findFirst()
                .map(message -> message);
    }

    /**
     * All events after a position. An event that this version cannot read is an {@link Undecodable} among them: it must not stop event
     * processors. The stream of an aggregate with such an event, in contrast, cannot be read at all.
     */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        return reads.after(positionOf(after));
    }

    /**
     * The highest position at or below which no event will appear any more.
     *
     * @throws DataAccessException inside a transaction whose isolation is stricter than READ COMMITTED
     */
    public long horizon() {
        return reads.horizon();
    }

    /** The event with this identifier; an {@link Undecodable} in its place when this version cannot read it. */
    public Optional<TrackedEventMessage<?>> eventWithId(String eventId) {
        Stream<TrackedEventMessage<?>> events = decoder.upcastTracked(reads.withId(eventId).stream());
        return events.findFirst().map(event -> event);
    }

    private static long positionOf(@Nullable TrackingToken token) {
        TrackingToken own = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return switch (own) {
            case null -> -1;
            case GlobalSequenceTrackingToken global -> global.getGlobalIndex();
            default -> throw new IllegalArgumentException("Not a position of this event store: " + own);
        };
    }

    /**
     * The payload of an event, decrypted.
     *
     * @param readable false when it could not be decrypted; it is then as stored
     */
    public record Payload(String json, boolean readable) {}

    /** The payload of the event with this identifier, for a reader who may see it. */
    public Optional<Payload> payloadOf(String eventId) {
        return reads.withId(eventId)
                .map(decoder::content)
                .map(content -> new Payload(
                        new String(content.payload(), StandardCharsets.UTF_8), !Unreadable.isMarked(content.type())));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return Optional.ofNullable(jdbc.queryForObject(
                "SELECT max(sequence_number) FROM eventstore.event WHERE aggregate_id = ?",
                Long.class,
                aggregateIdentifier));
    }

    /** Sequence number of the last event of each of these streams that has one. */
    Map<String, Long> lastSequenceNumbersOf(Set<String> streamIds) {
        Map<String, Long> numbers = new HashMap<>();
        jdbc.query(
                "SELECT aggregate_id, max(sequence_number) FROM eventstore.event WHERE aggregate_id = ANY (?)"
                        + " GROUP BY aggregate_id",
                row -> {
                    numbers.put(row.getString(1), row.getLong(2));
                },
                (Object) streamIds.toArray(String[]::new));
        return numbers;
    }

    /** Position of the last event of a stream; empty if it has none. */
    public Optional<Long> lastPositionOf(String aggregateIdentifier) {
        return jdbc
                .queryForList(
                        "SELECT position FROM eventstore.event WHERE aggregate_id = ? ORDER BY sequence_number DESC LIMIT 1",
                        Long.class,
                        aggregateIdentifier)
                .stream()
                .findFirst();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(horizon());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        long horizon = horizon();
        Long first = jdbc.queryForObject(
                "SELECT min(position) FROM eventstore.event WHERE time >= ?",
                Long.class,
                OffsetDateTime.ofInstant(dateTime, ZoneOffset.UTC));
        return new GlobalSequenceTrackingToken(first == null ? horizon : Math.min(first - 1, horizon));
    }

    /** A snapshot of a patient's stream is encrypted as a whole, since it holds the state of many events. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<String> payload = snapshot.serializePayload(serializer, String.class);
        String content = patientOf(snapshot.getAggregateIdentifier())
                .map(patient -> sealSnapshot(patient, snapshot, payload.getData()))
                .orElse(payload.getData());
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "DELETE FROM eventstore.snapshot WHERE aggregate_id = ? AND sequence_number < ?",
                    snapshot.getAggregateIdentifier(),
                    snapshot.getSequenceNumber());
            jdbc.update(
                    "INSERT INTO eventstore.snapshot (aggregate_id, sequence_number, time, aggregate_type, event_id,"
                            + " payload_type, payload_revision, payload, metadata)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json) ON CONFLICT DO NOTHING",
                    snapshot.getAggregateIdentifier(),
                    snapshot.getSequenceNumber(),
                    OffsetDateTime.ofInstant(snapshot.getTimestamp(), ZoneOffset.UTC),
                    snapshot.getType(),
                    snapshot.getIdentifier(),
                    payload.getType().getName(),
                    payload.getType().getRevision(),
                    content,
                    snapshot.serializeMetaData(serializer, String.class).getData());
        });
    }

    private Optional<String> patientOf(String aggregateId) {
        return jdbc
                .queryForList(
                        "SELECT metadata ->> ? FROM eventstore.event WHERE aggregate_id = ? ORDER BY sequence_number DESC LIMIT 1",
                        String.class,
                        Metadata.PATIENT,
                        aggregateId)
                .stream()
                .filter(patient -> patient != null)
                .findFirst();
    }

    private String sealSnapshot(String patient, DomainEventMessage<?> snapshot, String json) {
        byte[] sealed = cipher.seal(
                patient, SealedSnapshot.context(snapshot.getIdentifier()), json.getBytes(StandardCharsets.UTF_8));
        return SealedSnapshot.toJson(sealed);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return reads.lastSnapshot(aggregateIdentifier).flatMap(this::snapshotData).stream();
    }

    /** Empty if the snapshot's patient has been erased: the aggregate is then built from its events. */
    private Optional<DomainEventData<byte[]>> snapshotData(StoredEvent stored) {
        Optional<byte[]> sealed = SealedSnapshot.fromJson(stored.payload());
        Optional<byte[]> plain = sealed.isEmpty()
                ? Optional.of(stored.payload())
                : cipher.open(SealedSnapshot.context(stored.eventId()), sealed.get());
        return plain.map(json -> EventDecoder.entry(stored, stored.type(), json));
    }

    /** The group appender; empty when each unit of work is appended alone. */
    public Optional<GroupAppender> groupAppender() {
        return Optional.ofNullable(appends.group());
    }

    /** Appends the units that wait and no later ones. Readers that continue fetch their batches by themselves. */
    @Override
    public void close() {
        appends.close();
        fetching.shutdown();
    }

    /** Collects what an engine needs; all but the upcasters has to be set. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private @Nullable DataSource dataSource;
        private @Nullable PersonalFields personal;
        private @Nullable SubjectCipher cipher;
        private @Nullable EventNames names;
        private @Nullable GroupAppend groupAppend;
        private @Nullable DataSource groupConnections;
        private Loops loops = new Loops();
        private SnapshotFilter ownSnapshotFilter = SnapshotFilter.allowAll();

        private Builder() {
            persistenceExceptionResolver(new DuplicateKeyResolver());
            batchSize(EVENTS_PER_FETCH);
        }

        /** Connections in the server's role, to the primary server. */
        public Builder dataSource(DataSource newDataSource) {
            this.dataSource = newDataSource;
            return this;
        }

        public Builder personalFields(PersonalFields newPersonal) {
            this.personal = newPersonal;
            return this;
        }

        public Builder subjectCipher(SubjectCipher newCipher) {
            this.cipher = newCipher;
            return this;
        }

        /** The only classes that may be appended. */
        public Builder eventNames(EventNames newNames) {
            this.names = newNames;
            return this;
        }

        /** Lets concurrent units of work share transactions; without it, each is appended in one of its own. */
        public Builder groupAppend(GroupAppend settings) {
            this.groupAppend = settings;
            return this;
        }

        /** @param connections for the writers alone, one for each, so that writers never wait for threads that wait for them */
        public Builder groupAppend(GroupAppend settings, DataSource connections) {
            this.groupConnections = connections;
            return groupAppend(settings);
        }

        /** Where the writers of groups report their heartbeats. */
        public Builder loops(Loops watched) {
            this.loops = watched;
            return this;
        }

        /** All connections that may append: a caller's transaction and a large unit do not go through the writers. */
        private Set<DataSource> appending() {
            DataSource own = required(dataSource, "data source");
            return groupConnections == null ? Set.of(own) : new LinkedHashSet<>(List.of(own, groupConnections));
        }

        private Appends appends() {
            DataSource own = required(dataSource, "data source");
            return groupAppend == null
                    ? Appends.eachAlone(own)
                    : Appends.inGroups(own, groupAppend, groupConnections == null ? own : groupConnections, loops);
        }

        private <T> T required(@Nullable T part, String what) {
            if (part == null) {
                throw new AxonConfigurationException("The event storage engine needs its " + what);
            }
            return part;
        }

        @Override
        public Builder eventSerializer(Serializer serializer) {
            super.eventSerializer(serializer);
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer serializer) {
            super.snapshotSerializer(serializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasters) {
            super.upcasterChain(upcasters);
            return this;
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver resolver) {
            super.persistenceExceptionResolver(resolver);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter filter) {
            super.snapshotFilter(filter);
            this.ownSnapshotFilter = filter;
            return this;
        }

        @Override
        public Builder batchSize(int batchSize) {
            super.batchSize(batchSize);
            return this;
        }

        public PostgresEventStorageEngine build() {
            return new PostgresEventStorageEngine(this);
        }
    }
}
