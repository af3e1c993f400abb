package org.crossface.pathway.rehabilitation.events;

import org.jspecify.annotations.Nullable;

/** A fact of one transferred muscle. */
public sealed interface FlapFact extends RehabilitationFact
        permits RehabilitationStarted,
                RehabilitationPaused,
                RehabilitationResumed,
                TherapySessionAttended,
                TherapySessionMissed,
                HomeProgrammeAdherenceReported,
                TherapyReviewed,
                RehabilitationCompleted,
                RehabilitationStoppedEarly,
                FirstMovementObserved,
                SpontaneousSmileObserved,
                OutcomeAssessed,
                NonFunctioningTransferDeclared {

    /** The muscle; {@code null} in what was recorded before facts named it, and then it is the one that was transferred last. */
    @Nullable
    String flapId();
}
