package org.crossface.pathway.rehabilitation;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records what the instruments show at a visit; totals are computed, a total that is sent has to agree (INV-51). */
public record AssessOutcome(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Visit") OutcomeVisit visit,

        @FormField(label = "House-Brackmann", min = 1, max = 6, help = "1 normal, 6 no movement") @Nullable
        Integer houseBrackmann,

        @FormField(label = "Sunnybrook at rest", min = 3, max = 3, help = "Eye 0 to 1, cheek 0 to 2, mouth 0 to 1")
        @Nullable
        List<Integer> sunnybrookResting,

        @FormField(label = "Sunnybrook voluntary movement", min = 5, max = 5, help = "Five movements, 1 to 5 each")
        @Nullable
        List<Integer> sunnybrookVoluntary,

        @FormField(label = "Sunnybrook synkinesis", min = 5, max = 5, help = "Five movements, 0 to 3 each") @Nullable
        List<Integer> sunnybrookSynkinesis,

        @FormField(label = "Sunnybrook composite", help = "Only to check the arithmetic; may stay empty") @Nullable
        Integer sunnybrookComposite,

        @FormField(label = "Smile excursion", unit = "mm", min = -20, max = 40, step = 0.1) @Nullable
        Double smileExcursionMm,

        @FormField(label = "FaCE answers", min = 15, max = 15, help = "15 answers, 1 to 5 each") @Nullable
        List<Integer> faceAnswers,

        @FormField(label = "Terzis grade") @Nullable TerzisGrade terzis,

        @FormField(label = "Satisfaction", min = 0, max = 10) @Nullable
        Integer satisfaction,

        @FormField(label = "Therapy adherence", unit = "%", min = 0, max = 100) @Nullable
        Integer adherencePercent,

        @FormField(label = "Botulinum toxin in the last 4 months")
        boolean botulinumWithinFourMonths)
        implements PathwayCommand {}
