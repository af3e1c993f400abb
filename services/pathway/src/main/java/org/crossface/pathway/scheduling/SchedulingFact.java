package org.crossface.pathway.scheduling;

import org.crossface.pathway.PathwayEvent;

/** A fact of this phase. */
public interface SchedulingFact extends PathwayEvent {}
