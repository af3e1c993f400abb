package org.crossface.pathway.rehabilitation.outcome;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.AssessmentEntry;
import org.crossface.pathway.evaluation.examination.InstrumentRules;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.rehabilitation.vocabulary.TerzisGrade;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records what the instruments show at a visit; totals are computed, a total that is sent has to agree (INV-51). */
public record AssessOutcome(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Visit") OutcomeVisit visit,

        @FormField(label = "House-Brackmann", help = "1 (normal) to 6 (no movement)") @Nullable
        Integer houseBrackmann,

        @FormField(label = "Sunnybrook resting", help = "Eye 0-1, cheek 0-2, mouth 0-1") @Nullable
        List<Integer> sunnybrookResting,

        @FormField(label = "Sunnybrook voluntary", help = "Five movements, each 1-5") @Nullable
        List<Integer> sunnybrookVoluntary,

        @FormField(label = "Sunnybrook synkinesis", help = "Five movements, each 0-3") @Nullable
        List<Integer> sunnybrookSynkinesis,

        @FormField(label = "Sunnybrook total", help = "Computed by us; give it only to have it compared") @Nullable
        Integer sunnybrookComposite,

        @FormField(label = "Smile excursion", unit = "mm", min = -20, max = 40, step = 0.1) @Nullable
        Double smileExcursionMm,

        @FormField(label = "FaCE answers", help = "15 answers, each 1-5") @Nullable
        List<Integer> faceAnswers,

        @FormField(label = "FaCE raw sum", help = "15-75, when only the sum is at hand") @Nullable
        Integer faceRawSum,

        @FormField(label = "Terzis grade") @Nullable TerzisGrade terzis,

        @FormField(label = "Satisfaction", min = 0, max = 10) @Nullable
        Integer satisfaction,

        @FormField(label = "Therapy adherence", unit = "%", min = 0, max = 100) @Nullable
        Integer adherencePercent,

        @FormField(label = "Botulinum toxin in the last 4 months")
        boolean botulinumWithinFourMonths,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand, AssessmentEntry {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AssessOutcome> USE_CASE = UseCase.of(AssessOutcome.class, "Assess outcome")
            .by(Role.SURGEON, Role.THERAPIST)
            .in(Phases.THERAPY)
            .answers("T-48", "T-49", "T-50", "T-51", "T-52")
            .requires(OutcomeRules.MUSCLE_WAS_TRANSFERRED, OutcomeRules.MUSCLE_IS_NAMED)
            .checks(
                    InstrumentRules.SUNNYBROOK_ADDS_UP,
                    InstrumentRules.HOUSE_BRACKMANN_ON_ITS_SCALE,
                    InstrumentRules.FACE_ANSWERS_COMPLETE)
            .records(OutcomeAssessed.class, fact -> InstrumentRules.entered(fact, OutcomeAssessed::assessment));
}
