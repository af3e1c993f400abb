package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;

/**
 * What the instruments showed at one time.
 *
 * @param at when they were used
 */
public record Measurement(OffsetDateTime at, Assessment assessment) {}
