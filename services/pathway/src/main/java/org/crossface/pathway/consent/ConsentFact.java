package org.crossface.pathway.consent;

import org.crossface.pathway.PathwayEvent;

/** A fact of this phase. */
public interface ConsentFact extends PathwayEvent {}
