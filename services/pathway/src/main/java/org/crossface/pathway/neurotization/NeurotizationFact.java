package org.crossface.pathway.neurotization;

import org.crossface.pathway.PathwayEvent;

/** A fact of this phase. */
public interface NeurotizationFact extends PathwayEvent {}
