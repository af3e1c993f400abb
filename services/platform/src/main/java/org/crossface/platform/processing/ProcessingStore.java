package org.crossface.platform.processing;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.crossface.platform.eventstore.LenientSerializer;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;

/** The places of event processors and the events they could not handle, in schema {@code processing}. */
public final class ProcessingStore {

    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("processing.token_entry")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("timestamp")
            .setOwnerColumn("owner")
            .build();

    private static final DeadLetterSchema LETTERS = DeadLetterSchema.builder()
            .deadLetterTable("processing.dead_letter")
            .deadLetterIdentifierColumn("dead_letter_id")
            .processingGroupColumn("processing_group")
            .sequenceIdentifierColumn("sequence_identifier")
            .sequenceIndexColumn("sequence_index")
            .messageTypeColumn("message_type")
            .eventIdentifierColumn("event_identifier")
            .timestampColumn("timestamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .aggregateTypeColumn("type")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .tokenTypeColumn("token_type")
            .tokenColumn("token")
            .enqueuedAtColumn("enqueued_at")
            .lastTouchedColumn("last_touched")
            .processingStartedColumn("processing_started")
            .causeTypeColumn("cause_type")
            .causeMessageColumn("cause_message")
            .diagnosticsColumn("diagnostics")
            .build();

    /** So many sequences may be blocked, and so many events may wait in one, before a processor stops in place of setting aside more. */
    private static final int MOST_SEQUENCES = 1_000_000;

    private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);
    private static final int LONGEST_SEQUENCE = 1_000_000;

    private static final AtomicInteger STORES = new AtomicInteger();

    /** Who claims segments: the process, told apart from others of its kind in the same one. */
    private final String node = ManagementFactory.getRuntimeMXBean().getName() + "/" + STORES.incrementAndGet();

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Serializer internals;
    private final Serializer events;
    private final PostgresEventStorageEngine engine;

    public ProcessingStore(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer internals,
            PostgresEventStorageEngine engine) {
        this.connections = connections;
        this.transactions = transactions;
        this.internals = internals;
        this.events = engine.getEventSerializer();
        this.engine = engine;
    }

    /**
     * @param claimTimeout after which another node takes over a processor whose node is silent
     */
    public JdbcTokenStore tokens(Duration claimTimeout) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(TOKENS)
                .serializer(internals)
                .claimTimeout(claimTimeout)
                .nodeId(node)
                .build();
    }

    /** The dead letters of one processing group. They name their event; its content stays in the event store alone. */
    public JdbcSequencedDeadLetterQueue<EventMessage<?>> letters(String processingGroup) {
        return new LetterQueue(builder(processingGroup), processingGroup);
    }

    private JdbcSequencedDeadLetterQueue.Builder<EventMessage<?>> builder(String processingGroup) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(processingGroup)
                .maxSequences(MOST_SEQUENCES)
                .maxSequenceSize(LONGEST_SEQUENCE)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(LETTERS)
                .genericSerializer(internals)
                .eventSerializer(new LetterSerializer(events))
                .converter(new LetterReader(LETTERS, internals, new LenientSerializer(events), engine));
    }

    /**
     * A processor beside those of the configuration, for work that nodes divide among themselves and that ends. Its letters are those of
     * the group of this name.
     *
     * @param ended the failure with which the handler says that the work has ended; it sets nothing aside
     */
    public TrackingEventProcessor parallel(
            String name,
            Object handler,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            ParallelWork work,
            Class<? extends RuntimeException> ended) {
        DeadLetteringEventHandlerInvoker.Builder invoker = DeadLetteringEventHandlerInvoker.builder()
                .queue(letters(name))
                .transactionManager(transactions)
                .enqueuePolicy((letter, cause) -> ProcessorDefaults.setAside(cause, ended));
        EventsAlone alone = eventsAlone(name);
        invoker.eventHandlers(handler).sequencingPolicy(ProcessorDefaults::sequenceOf);
        TrackingEventProcessor processor = TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker.build())
                .messageSource(new ShortBatches(source, alone))
                .tokenStore(tokens(CLAIM_TIMEOUT))
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(
                        TrackingEventProcessorConfiguration.forParallelProcessing(work.segments())
                                .andInitialSegmentsCount(work.segments())
                                .andTokenClaimInterval(CLAIM_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)
                                .andBatchSize(work.batch())
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken))
                .build();
        processor.registerHandlerInterceptor(batchBegin(name));
        processor.registerHandlerInterceptor(alone);
        return processor;
    }

    /** Who claims segments on this node. */
    public String node() {
        return node;
    }

    /** For one processor; to be passed before {@link #eventsAlone}. */
    BatchBegin batchBegin(String processor) {
        return new BatchBegin(connections, processor);
    }

    /** For one processor. */
    EventsAlone eventsAlone(String processor) {
        return new EventsAlone(connections, processor);
    }
}
