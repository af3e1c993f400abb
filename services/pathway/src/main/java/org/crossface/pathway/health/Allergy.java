package org.crossface.pathway.health;

import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A substance that the patient does not tolerate.
 *
 * @param reaction what happened; {@code null} when nobody knows
 */
public record Allergy(
        @FormField(label = "Substance", min = 1, max = 120) @Personal
        String substance,

        @FormField(label = "Reaction", max = 200) @Personal @Nullable
        String reaction,

        @FormField(label = "Severity") AllergySeverity severity) {}
