package org.crossface.pathway.planning;

import org.crossface.pathway.PathwayEvent;

/** A fact of this phase. */
public interface PlanningFact extends PathwayEvent {}
