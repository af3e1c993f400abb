package org.crossface.platform.eventstore;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What a command asks of the append of its events; kept in its unit of work. */
public interface AppendTerms {

    /**
     * Called before anything is appended.
     *
     * @param planned what is about to be appended; without a position yet
     * @return the answer to store with the events, if one is wanted
     * @throws RuntimeException if the events must not be appended
     */
    @Nullable
    KeptAnswer agree(Appended planned);

    /**
     * Called before a refusal of the command becomes its answer.
     *
     * @throws RuntimeException what is to be answered instead
     */
    void beforeRefusal();

    /**
     * Called outside of any transaction before a conflict with what is stored becomes the outcome of the append.
     *
     * @throws RuntimeException what is the outcome instead
     */
    void beforeConflict();

    /** Makes these the terms of all that is appended in this unit of work. */
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
