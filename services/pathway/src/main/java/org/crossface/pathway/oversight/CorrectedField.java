package org.crossface.pathway.oversight;

import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Harmless;

/**
 * One component of a fact and what it reads in the correction.
 *
 * @param name component of the event, or one inside, such as {@code assessment.sunnybrook.resting} or {@code sites[1].side}
 * @param value as text: ISO dates, enum constants, numbers with a point, lists separated by commas; empty for nothing
 */
public record CorrectedField(
        @FormField(label = "Field") @Harmless("component of an event")
        String name,

        @FormField(label = "Correct value", max = 2000) @Harmless("personal components are kept apart")
        String value) {}
