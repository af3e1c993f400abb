package org.crossface.pathway.reference;

import java.time.LocalDate;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Harmless;

/**
 * A day on which a surgery centre does not work.
 *
 * @param name such as {@code Independence Day}
 */
public record ClosedDay(
        @FormField(label = "Day") LocalDate day,

        @FormField(label = "Name", min = 1, max = 100) @Harmless("a holiday")
        String name) {}
