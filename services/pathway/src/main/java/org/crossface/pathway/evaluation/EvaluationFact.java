package org.crossface.pathway.evaluation;

import org.crossface.pathway.PathwayEvent;

/** A fact of this phase. */
public interface EvaluationFact extends PathwayEvent {}
