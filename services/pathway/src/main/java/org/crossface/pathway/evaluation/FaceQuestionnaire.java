package org.crossface.pathway.evaluation;

import java.util.List;
import org.crossface.pathway.vocabulary.Totalled;

/**
 * The FaCE questionnaire, answered by the patient.
 *
 * @param answers 15 answers, each 1..5; empty when only their sum is known
 * @param rawSum 15..75
 * @param total (sum - 15) / 60 x 100, 0..100
 */
public record FaceQuestionnaire(List<Integer> answers, int rawSum, double total)
        implements Totalled<FaceQuestionnaire> {

    /** How many questions there are. */
    public static final int QUESTIONS = Scale.FACE.items().size();

    /** From 15 answers in range. */
    public static FaceQuestionnaire ofAnswers(List<Integer> answers) {
        int sum = answers.stream().mapToInt(Integer::intValue).sum();
        return new FaceQuestionnaire(List.copyOf(answers), sum, totalOf(sum));
    }

    /** From a sum in range. */
    public static FaceQuestionnaire ofRawSum(int rawSum) {
        return new FaceQuestionnaire(List.of(), rawSum, totalOf(rawSum));
    }

    @Override
    public FaceQuestionnaire totalled() {
        if (answers.isEmpty() ? !sumInRange(rawSum) : !inRange(answers)) {
            throw new IllegalArgumentException("FaCE has 15 answers from 1 to 5");
        }
        return answers.isEmpty() ? ofRawSum(rawSum) : ofAnswers(answers);
    }

    /** Whether there are 15 answers of 1..5. */
    public static boolean inRange(List<Integer> answers) {
        return Scale.FACE.fits(answers);
    }

    /** Whether a sum of 15 answers of 1..5 can have this value. */
    public static boolean sumInRange(int rawSum) {
        return rawSum >= QUESTIONS && rawSum <= QUESTIONS * 5;
    }

    private static double totalOf(int rawSum) {
        return (rawSum - QUESTIONS) * 100.0 / (QUESTIONS * 4);
    }
}
