package org.crossface.pathway.surgery;

import org.crossface.pathway.PathwayEvent;

/** A fact of this phase. */
public interface SurgeryFact extends PathwayEvent {}
