package org.crossface.pathway.health;

import java.time.LocalDate;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A drug that the patient takes.
 *
 * @param dose with its unit and how often, as people write it; {@code null} when it is not known
 * @param lastTakenOn day of the last dose; {@code null} when it is not known
 */
public record Medicine(
        @FormField(label = "Drug", min = 1, max = 120) @Personal
        String drug,

        @FormField(label = "Dose", max = 120, help = "Such as 20 mg once a day") @Personal @Nullable
        String dose,

        @FormField(label = "Last taken on") @Nullable LocalDate lastTakenOn) {}
