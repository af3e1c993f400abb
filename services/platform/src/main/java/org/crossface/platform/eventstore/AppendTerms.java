package org.crossface.platform.eventstore;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The conditions of a command for the append of its events; kept in its unit of work. */
public interface AppendTerms {

    /**
     * Called before anything is appended.
     *
     * @param planned the events about to be appended; they have no position yet
     * @return the answer to store with the events, if one is wanted
     * @throws RuntimeException if the events must not be appended
     */
    @Nullable
    KeptAnswer agree(Appended planned);

    /**
     * Called before a refusal of the command becomes its answer.
     *
     * @throws RuntimeException to answer with instead of the refusal
     */
    void beforeRefusal();

    /**
     * Called outside any transaction before a conflict with stored events becomes the outcome of the append.
     *
     * @throws RuntimeException the outcome instead of the conflict
     */
    void beforeConflict();

    /** Applies these terms to all appends of this unit of work. */
    default void holdIn(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(AppendTerms.class.getName(), this);
    }

    /** The terms of the current unit of work. */
    static Optional<AppendTerms> current() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(AppendTerms.class.getName()))
                : Optional.empty();
    }
}
