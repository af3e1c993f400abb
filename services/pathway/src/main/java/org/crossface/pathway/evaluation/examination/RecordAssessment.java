package org.crossface.pathway.evaluation.examination;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.AssessmentEntry;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Records baseline grading; each instrument may be recorded at its own time. Totals are computed here, never taken from the client.
 *
 * @param sunnybrookResting eye 0..1, cheek 0..2, mouth 0..1
 * @param sunnybrookVoluntary five movements, each 1..5
 * @param sunnybrookSynkinesis five movements, each 0..3
 * @param sunnybrookComposite the total that the client computed, compared with ours (INV-51)
 * @param smileExcursionMm movement of the mouth corner in a full smile, mm
 * @param faceAnswers the 15 answers of the FaCE questionnaire, each 1..5
 * @param faceRawSum their sum 15..75, when only the sum is at hand
 */
public record RecordAssessment(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

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
        Integer faceRawSum)
        implements PathwayCommand, AssessmentEntry {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordAssessment> USE_CASE = UseCase.of(
                    RecordAssessment.class, "Record baseline grading")
            .by(Role.SURGEON, Role.THERAPIST)
            .in(Phases.EVALUATION)
            .checks(
                    InstrumentRules.SOMETHING_IS_GRADED,
                    InstrumentRules.HOUSE_BRACKMANN_ON_ITS_SCALE,
                    EvaluationRules.GRADE_FITS_COMPLETENESS,
                    InstrumentRules.SUNNYBROOK_ADDS_UP,
                    InstrumentRules.FACE_ANSWERS_COMPLETE)
            .records(
                    BaselineAssessmentRecorded.class,
                    fact -> InstrumentRules.entered(fact, BaselineAssessmentRecorded::assessment));
}
