package org.crossface.pathway.health.history;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.OnScale;
import org.crossface.pathway.evaluation.Scale;
import org.crossface.pathway.health.MoodScreened;
import org.crossface.pathway.health.ScreeningOccasion;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Records the answers to a questionnaire about mood.
 *
 * @param phq2 two answers 0..3
 * @param phq9 nine answers 0..3
 * @param hadsAnxiety seven answers 0..3
 * @param hadsDepression seven answers 0..3
 */
public record ScreenMood(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Occasion") ScreeningOccasion occasion,

        @OnScale(Scale.PHQ2) @FormField(label = "PHQ-2", help = "Two answers, each 0-3") @Nullable
        List<Integer> phq2,

        @OnScale(Scale.PHQ9) @FormField(label = "PHQ-9", help = "Nine answers, each 0-3") @Nullable
        List<Integer> phq9,

        @OnScale(Scale.HADS) @FormField(label = "HADS anxiety", help = "Seven answers, each 0-3") @Nullable
        List<Integer> hadsAnxiety,

        @OnScale(Scale.HADS) @FormField(label = "HADS depression", help = "Seven answers, each 0-3") @Nullable
        List<Integer> hadsDepression)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ScreenMood> USE_CASE = UseCase.of(ScreenMood.class, "Screen mood")
            .by(Role.SURGEON, Role.PREOP_NURSE, Role.AFTERCARE_NURSE, Role.THERAPIST)
            .in(Phases.OPEN)
            .answers("SCREEN-12")
            .checks(MoodRules.QUESTIONNAIRE_IS_COMPLETE)
            .records(MoodScreened.class);
}
