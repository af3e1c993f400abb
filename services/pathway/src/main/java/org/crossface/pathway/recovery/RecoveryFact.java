package org.crossface.pathway.recovery;

import org.crossface.pathway.PathwayEvent;

/** A fact of this phase. */
public interface RecoveryFact extends PathwayEvent {}
