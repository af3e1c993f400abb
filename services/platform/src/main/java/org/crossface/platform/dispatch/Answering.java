package org.crossface.platform.dispatch;

import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.crossface.platform.eventstore.Appended;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Answers a command in an {@link Envelope} with a {@link Receipt}. The append of the events itself checks the expected version and stores
 * the answer under its idempotency key.
 */
public final class Answering implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** The key of the {@link Envelope} in a command's metadata; it is not copied to events. */
    static final String ENVELOPE = "crossface.envelope";

    /** The envelope of a command; empty for a command without one. */
    public static Optional<Envelope> envelopeOf(CommandMessage<?> command) {
        return Optional.ofNullable((Envelope) command.getMetaData().get(ENVELOPE));
    }

    private final IdempotencyRecords records;
    private final PostgresEventStorageEngine engine;
    private final CommandTargets targets = new CommandTargets();

    public Answering(IdempotencyRecords records, PostgresEventStorageEngine engine) {
        this.records = records;
        this.engine = engine;
    }

    /** The receipt is known only when the unit of work commits, after the handler has returned. */
    static final class Answer {

        private @Nullable Receipt receipt;
        private @Nullable Object value;

        /** What the handler returned. */
        @Nullable
        Object value() {
            return value;
        }

        Receipt receipt() {
            if (receipt == null) {
                throw new IllegalStateException("The command has not been committed");
            }
            return receipt;
        }
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> command = unitOfWork.getMessage();
        if (!(command.getMetaData().get(ENVELOPE) instanceof Envelope envelope)) {
            return chain.proceed();
        }
        if (unitOfWork.parent().isPresent()) {
            throw new IllegalStateException("A command is answered at the end of its unit of work, so it cannot be sent"
                    + " from within another one: send it outside, see OutsideTransaction");
        }
        Answer answer = new Answer();
        EnvelopeTerms terms =
                new EnvelopeTerms(envelope, targets.streamOf(command).orElse(null), records, engine);
        terms.holdIn(unitOfWork);
        answer.value = chain.proceed();
        // Handlers of the commit phase run in reverse order, so this one runs before the commit of a transaction.
        unitOfWork.onCommit(committing -> answer.receipt = terms.settle(Appended.in(committing)));
        return answer;
    }
}
