package org.crossface.pathway.evaluation;

import java.util.List;
import org.crossface.pathway.evaluation.examination.InstrumentRules;
import org.jspecify.annotations.Nullable;

/**
 * Graded instruments with their computed totals; each is {@code null} when it was not graded. The same at the baseline and at every
 * outcome visit, so that changes can be read off.
 *
 * @param houseBrackmann 1 (normal) to 6 (no movement)
 * @param smileExcursionMm -20..40 mm
 */
public record Assessment(
        @Nullable Integer houseBrackmann,
        @Nullable Sunnybrook sunnybrook,
        @Nullable Double smileExcursionMm,
        @Nullable FaceQuestionnaire face) {

    /** Nothing graded. */
    public static Assessment none() {
        return new Assessment(null, null, null, null);
    }

    /** What a person entered, with the totals; the entry has passed {@link InstrumentRules}. */
    public static Assessment of(AssessmentEntry entry) {
        return new Assessment(entry.houseBrackmann(), sunnybrookOf(entry), entry.smileExcursionMm(), faceOf(entry));
    }

    /** This assessment, with what a later one graded anew. */
    public Assessment with(Assessment later) {
        return new Assessment(
                later.houseBrackmann != null ? later.houseBrackmann : houseBrackmann,
                later.sunnybrook != null ? later.sunnybrook : sunnybrook,
                later.smileExcursionMm != null ? later.smileExcursionMm : smileExcursionMm,
                later.face != null ? later.face : face);
    }

    /** Whether House-Brackmann, Sunnybrook, smile excursion and FaCE are all graded. */
    public boolean complete() {
        return houseBrackmann != null && sunnybrook != null && smileExcursionMm != null && face != null;
    }

    private static @Nullable Sunnybrook sunnybrookOf(AssessmentEntry entry) {
        List<Integer> resting = entry.sunnybrookResting();
        List<Integer> voluntary = entry.sunnybrookVoluntary();
        List<Integer> synkinesis = entry.sunnybrookSynkinesis();
        return resting == null || voluntary == null || synkinesis == null
                ? null
                : Sunnybrook.of(resting, voluntary, synkinesis);
    }

    private static @Nullable FaceQuestionnaire faceOf(AssessmentEntry entry) {
        List<Integer> answers = entry.faceAnswers();
        Integer rawSum = entry.faceRawSum();
        if (answers != null) {
            return FaceQuestionnaire.ofAnswers(answers);
        }
        return rawSum == null ? null : FaceQuestionnaire.ofRawSum(rawSum);
    }
}
