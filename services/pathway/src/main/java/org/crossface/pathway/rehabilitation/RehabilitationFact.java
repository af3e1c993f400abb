package org.crossface.pathway.rehabilitation;

import org.crossface.pathway.PathwayEvent;

/** A fact of this phase. */
public interface RehabilitationFact extends PathwayEvent {}
