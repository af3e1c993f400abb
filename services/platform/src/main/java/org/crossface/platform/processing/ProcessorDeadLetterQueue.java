package org.crossface.platform.processing;

import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.crossface.platform.processing.BatchBegin.Blocked;

/** The dead-letter queue of a processor; it queries the database only for sequences that may be blocked according to {@link BatchBegin}. */
final class ProcessorDeadLetterQueue extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {

    private final String processor;

    ProcessorDeadLetterQueue(Builder<EventMessage<?>> builder, String processor) {
        super(builder);
        this.processor = processor;
    }

    @Override
    public boolean enqueueIfPresent(
            Object sequenceIdentifier, Supplier<DeadLetter<? extends EventMessage<?>>> letterBuilder) {
        boolean possible = Blocked.ofBatch(processor)
                .map(blocked -> blocked.mayContain(text(sequenceIdentifier)))
                .orElse(true);
        return possible && super.enqueueIfPresent(sequenceIdentifier, letterBuilder);
    }

    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
        super.enqueue(sequenceIdentifier, letter);
        Blocked.ofBatch(processor).ifPresent(blocked -> blocked.sequences().add(text(sequenceIdentifier)));
    }

    /** As the queue stores it. */
    private static String text(Object sequenceIdentifier) {
        return sequenceIdentifier instanceof String text ? text : Integer.toString(sequenceIdentifier.hashCode());
    }
}
