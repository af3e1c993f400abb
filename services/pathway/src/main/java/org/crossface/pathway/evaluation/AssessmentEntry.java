package org.crossface.pathway.evaluation;

import java.util.List;
import org.crossface.pathway.evaluation.examination.RecordAssessment;
import org.jspecify.annotations.Nullable;

/** What a person enters of the graded instruments, at the baseline and at every outcome visit alike; see {@link RecordAssessment}. */
public interface AssessmentEntry {
    @Nullable
    Integer houseBrackmann();

    @OnScale(Scale.SUNNYBROOK_RESTING)
    @Nullable
    List<Integer> sunnybrookResting();

    @OnScale(Scale.SUNNYBROOK_VOLUNTARY)
    @Nullable
    List<Integer> sunnybrookVoluntary();

    @OnScale(Scale.SUNNYBROOK_SYNKINESIS)
    @Nullable
    List<Integer> sunnybrookSynkinesis();

    @Nullable
    Integer sunnybrookComposite();

    @Nullable
    Double smileExcursionMm();

    @OnScale(Scale.FACE)
    @Nullable
    List<Integer> faceAnswers();

    @Nullable
    Integer faceRawSum();
}
