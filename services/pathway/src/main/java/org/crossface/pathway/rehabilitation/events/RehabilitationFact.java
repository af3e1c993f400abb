package org.crossface.pathway.rehabilitation.events;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact of therapy, movement, outcome and completion. */
public sealed interface RehabilitationFact extends PathwayEvent
        permits FlapFact, PathwayCompleted, PathwayClosedWithoutMuscle {}
