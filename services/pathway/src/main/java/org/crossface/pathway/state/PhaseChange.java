package org.crossface.pathway.state;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;

/**
 * A pathway came into a phase.
 *
 * @param at when the fact occurred that brought it there
 */
public record PhaseChange(Phase phase, OffsetDateTime at) {}
