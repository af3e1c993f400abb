package org.crossface.platform.dispatch;

import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.crossface.platform.dispatch.Answering.Answer;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.crossface.platform.eventstore.RequestKeyTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** Sends commands over Axon's command bus, on which {@link Answering} is installed. */
public final class AxonCommandDispatch implements CommandDispatch {

    private static final int MOST_ATTEMPTS = 3;

    private final CommandGateway gateway;
    private final IdempotencyRecords records;
    private final CommandsInWork inWork;

    /**
     * @param gateway retries conflicts, see {@link ConflictRetry}
     * @param records holds the answers of earlier requests
     */
    public AxonCommandDispatch(CommandGateway gateway, IdempotencyRecords records) {
        this(gateway, records, new CommandsInWork());
    }

    /** @param inWork counts the commands of people and of other systems */
    public AxonCommandDispatch(CommandGateway gateway, IdempotencyRecords records, CommandsInWork inWork) {
        this.gateway = gateway;
        this.records = records;
        this.inWork = inWork;
    }

    /** A receipt and what the handler returned. */
    private record Answered(Receipt receipt, @Nullable Object value) {}

    @Override
    public Receipt send(Object command, Envelope envelope) {
        return answered(command, envelope).receipt();
    }

    @Override
    public @Nullable Object ask(Object command, Envelope envelope) {
        return answered(command, envelope).value();
    }

    private Answered answered(Object command, Envelope envelope) {
        inWork.begins(envelope);
        try {
            return attempted(command, envelope);
        } finally {
            inWork.ends(envelope);
        }
    }

    private Answered attempted(Object command, Envelope envelope) {
        for (int attempt = 1; ; attempt++) {
            try {
                return handle(command, envelope);
            } catch (RequestKeyTaken taken) {
                Optional<Receipt> earlier = earlier(envelope);
                if (earlier.isPresent()) {
                    return new Answered(earlier.get(), null);
                }
                // The earlier answer has expired: this request counts as new.
                if (attempt == MOST_ATTEMPTS) {
                    throw taken;
                }
            } catch (DataIntegrityViolationException
                    | AggregateStreamCreationException
                    | ConcurrencyException collided) {
                // A row that the handler wrote, or a stream that it created, may collide with that of an attempt under
                // the same key.
                return new Answered(earlier(envelope).orElseThrow(() -> collided), null);
            }
        }
    }

    private Optional<Receipt> earlier(Envelope envelope) {
        Idempotency idempotency = envelope.idempotency();
        return idempotency == null ? Optional.empty() : records.earlier(envelope.actor(), idempotency);
    }

    private Answered handle(Object command, Envelope envelope) {
        MetaData metadata = MetaData.from(EnvelopeMetadata.of(envelope))
                .mergedWith(envelope.notes())
                .mergedWith(Map.of(Answering.ENVELOPE, envelope));
        Answer answer = gateway.sendAndWait(new GenericCommandMessage<>(command, metadata));
        if (answer == null) {
            throw new IllegalStateException("The command bus does not answer with receipts");
        }
        return new Answered(answer.receipt(), answer.value());
    }
}
