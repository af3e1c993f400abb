package org.crossface.platform.dispatch;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.crossface.platform.eventstore.AppendTerms;
import org.crossface.platform.eventstore.Appended;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.eventstore.RememberedStates;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Wraps a command's handler: a refusal, or an answer without events, that was decided on a cached aggregate is let through only if the
 * stream is still at the cached version; else the command is handled again. Nothing outside sees the refusal before that check.
 */
final class FreshAnswers implements MessageHandler<CommandMessage<?>> {

    private final MessageHandler<? super CommandMessage<?>> handler;
    private final PostgresEventStorageEngine engine;

    FreshAnswers(MessageHandler<? super CommandMessage<?>> handler, PostgresEventStorageEngine engine) {
        this.handler = handler;
        this.engine = engine;
    }

    @Override
    public @Nullable Object handle(CommandMessage<?> command) throws Exception {
        try {
            Object result = handler.handle(command);
            CurrentUnitOfWork.get()
                    .onPrepareCommit(unitOfWork -> RememberedStates.requireFresh(
                            engine,
                            stream -> Appended.in(unitOfWork).lastPosition().isPresent()));
            return result;
        } catch (ConcurrencyException | DataAccessException failure) {
            // Not an answer of the domain.
            throw failure;
        } catch (Exception refusal) {
            confirm(refusal);
            throw refusal;
        }
    }

    private void confirm(Exception refusal) {
        try {
            RememberedStates.requireFresh(engine, stream -> false);
            AppendTerms.current().ifPresent(AppendTerms::beforeRefusal);
        } catch (RuntimeException other) {
            other.addSuppressed(refusal);
            throw other;
        }
    }

    @Override
    public boolean canHandle(CommandMessage<?> command) {
        return handler.canHandle(command);
    }

    @Override
    public Class<?> getTargetType() {
        return handler.getTargetType();
    }
}
