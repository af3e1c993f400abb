package org.crossface.pathway;

import java.time.OffsetDateTime;

/**
 * A pathway came into a phase.
 *
 * @param at when the fact occurred that brought it there
 */
public record PhaseChange(Phase phase, OffsetDateTime at) {}
