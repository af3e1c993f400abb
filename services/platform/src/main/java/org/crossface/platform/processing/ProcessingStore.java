package org.crossface.platform.processing;

import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
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

    private static final int LONGEST_SEQUENCE = 1_000_000;

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
                .build();
    }

    /** The dead letters of one processing group. They name their event; its content stays in the event store alone. */
    public JdbcSequencedDeadLetterQueue<EventMessage<?>> letters(String processingGroup) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(processingGroup)
                .maxSequences(MOST_SEQUENCES)
                .maxSequenceSize(LONGEST_SEQUENCE)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(LETTERS)
                .genericSerializer(internals)
                .eventSerializer(new LetterSerializer(events))
                .converter(new LetterReader(LETTERS, internals, new LenientSerializer(events), engine))
                .build();
    }

    /** For one processor. */
    EventsAlone eventsAlone() {
        return new EventsAlone(connections);
    }
}
