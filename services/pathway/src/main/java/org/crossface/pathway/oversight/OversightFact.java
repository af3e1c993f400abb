package org.crossface.pathway.oversight;

import org.crossface.pathway.PathwayEvent;

/** A fact of this phase. */
public interface OversightFact extends PathwayEvent {}
