package org.crossface.pathway.policy;

import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Harmless;

/**
 * The new value of one threshold.
 *
 * @param name a component of {@link Policy}, such as {@code consentValidDays}
 */
public record Threshold(
        @FormField(label = "Threshold") @Harmless("a component of the policy")
        String name,

        @FormField(label = "Value", min = 0, max = 100000) int value) {}
