package org.crossface.pathway.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person enters of the graded instruments, at the baseline and at every outcome visit alike; see {@link RecordAssessment}. */
public interface AssessmentEntry {
    @Nullable
    Integer houseBrackmann();

    @Nullable
    List<Integer> sunnybrookResting();

    @Nullable
    List<Integer> sunnybrookVoluntary();

    @Nullable
    List<Integer> sunnybrookSynkinesis();

    @Nullable
    Integer sunnybrookComposite();

    @Nullable
    Double smileExcursionMm();

    @Nullable
    List<Integer> faceAnswers();

    @Nullable
    Integer faceRawSum();
}
