package org.crossface.pathway.adjunct;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact about a procedure beside the plan. */
public sealed interface AdjunctFact extends PathwayEvent permits AdjunctPlanned, AdjunctPerformed, AdjunctRemoved {}
