package org.crossface.platform.dispatch;

import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.crossface.platform.eventstore.Appended;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Answers a command that came in an {@link Envelope} with a {@link Receipt}, inside the transaction of its events: takes the idempotency
 * key before the command is handled, and checks the expected version and keeps the answer after the events were appended.
 */
public final class Answering implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** Under this key a command's metadata hold its {@link Envelope}; it goes no further than the command. */
    static final String ENVELOPE = "crossface.envelope";

    private final IdempotencyRecords records;
    private final PostgresEventStorageEngine engine;
    private final CommandTargetResolver targets =
            AnnotationCommandTargetResolver.builder().build();

    public Answering(IdempotencyRecords records, PostgresEventStorageEngine engine) {
        this.records = records;
        this.engine = engine;
    }

    /** The receipt is known only when the unit of work commits, later than the handler returns. */
    static final class Answer {

        private @Nullable Receipt receipt;

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
        Answer answer = new Answer();
        Idempotency idempotency = envelope.idempotency();
        if (idempotency != null) {
            answer.receipt = records.claim(envelope.actor(), idempotency).orElse(null);
            if (answer.receipt != null) {
                return answer;
            }
        }
        Optional<String> target = target(command);
        target.ifPresent(stream -> requireVersion(envelope, stream, version(stream)));
        chain.proceed();
        // Handlers of the commit phase run last first, so this one comes before the transaction's commit.
        unitOfWork.onCommit(committing -> answer.receipt = settle(envelope, target, Appended.in(committing)));
        return answer;
    }

    private Receipt settle(Envelope envelope, Optional<String> target, Appended appended) {
        String stream = target.or(appended::firstStream).orElse("");
        Optional<Appended.Range> range = appended.to(stream);
        long before = range.map(added -> added.first() - 1).orElseGet(() -> version(stream));
        requireVersion(envelope, stream, before);
        Receipt receipt = new Receipt(
                appended.lastPosition()
                        .orElseGet(() -> engine.lastPositionOf(stream).orElseGet(engine::horizon)),
                range.map(Appended.Range::last).orElse(before),
                stream,
                false);
        Idempotency idempotency = envelope.idempotency();
        if (idempotency != null) {
            records.answer(envelope.actor(), idempotency, receipt);
        }
        return receipt;
    }

    /**
     * Before handling, this spares a useless decision. After appending, it is the decision: the first event of the stream carries the
     * number after the expected one, and the unique index lets nobody else have that number.
     */
    private static void requireVersion(Envelope envelope, String stream, long actual) {
        Long expected = envelope.expectedVersion();
        if (expected != null && expected != actual) {
            throw new VersionConflict(stream, expected, actual);
        }
    }

    private long version(String stream) {
        return engine.lastSequenceNumberFor(stream).orElse(-1L);
    }

    private Optional<String> target(CommandMessage<?> command) {
        try {
            return Optional.ofNullable(targets.resolveTarget(command).getIdentifier());
        } catch (IllegalArgumentException e) {
            // The command creates its stream and so names none; it is the first that is appended to.
            return Optional.empty();
        }
    }
}
