package org.crossface.pathway.policy;

import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Harmless;

/**
 * The new value of one threshold.
 *
 * @param name its {@link Threshold#storedName()}, such as {@code consentValidDays}
 */
public record ThresholdChange(
        @FormField(label = "Threshold") @Harmless("names a threshold")
        String name,

        @FormField(label = "Value", min = 0, max = 100000) int value) {}
