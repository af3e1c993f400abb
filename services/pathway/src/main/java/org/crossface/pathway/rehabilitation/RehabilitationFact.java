package org.crossface.pathway.rehabilitation;

import org.crossface.pathway.PathwayEvent;

/** A fact of therapy, movement, outcome and completion. */
public sealed interface RehabilitationFact extends PathwayEvent
        permits RehabilitationStarted,
                RehabilitationPaused,
                RehabilitationResumed,
                TherapySessionAttended,
                TherapySessionMissed,
                HomeProgrammeAdherenceReported,
                RehabilitationCompleted,
                RehabilitationStoppedEarly,
                FirstMovementObserved,
                SpontaneousSmileObserved,
                OutcomeAssessed,
                NonFunctioningTransferDeclared,
                PathwayCompleted {}
