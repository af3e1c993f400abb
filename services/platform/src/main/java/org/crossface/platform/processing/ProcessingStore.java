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

/** Tokens and dead letters of event processors, in schema {@code processing}. */
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

    /** Most blocked sequences, and most events in one; beyond that a processor stops and makes no more dead letters. */
    private static final int MOST_SEQUENCES = 1_000_000;

    private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);
    private static final int LONGEST_SEQUENCE = 1_000_000;

    private static final AtomicInteger STORES = new AtomicInteger();

    /** The owner of claims: the process, with a number for each store in it. */
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

    /** @param claimTimeout after which another node takes over a segment whose owner does not renew its claim */
    public JdbcTokenStore tokens(Duration claimTimeout) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(TOKENS)
                .serializer(internals)
                .claimTimeout(claimTimeout)
                .nodeId(node)
                .build();
    }

    /** The dead letters of one processing group. They name their event; its content is only in the event store. */
    public JdbcSequencedDeadLetterQueue<EventMessage<?>> letters(String processingGroup) {
        return new ProcessorDeadLetterQueue(builder(processingGroup), processingGroup);
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
                .eventSerializer(new DeadLetterSerializer(events))
                .converter(new DeadLetterReader(LETTERS, internals, new LenientSerializer(events), engine));
    }

    /**
     * An event processor besides those of the configuration, for work that nodes divide among themselves and that ends. Its dead letters
     * are those of the group of this name.
     *
     * @param ended the exception by which the handler reports that the work has ended; it makes no dead letter
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

    /** The owner of claims of this node. */
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
