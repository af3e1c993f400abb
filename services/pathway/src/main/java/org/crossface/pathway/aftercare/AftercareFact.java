package org.crossface.pathway.aftercare;

import org.crossface.pathway.PathwayEvent;

/** A fact of this phase. */
public interface AftercareFact extends PathwayEvent {}
