package org.crossface.pathway.recovery;

import java.util.stream.IntStream;
import org.crossface.pathway.Situation;
import org.crossface.pathway.policy.Threshold;
import org.crossface.platform.api.decision.Verdict;

/** The modified Aldrete score as a condition. */
final class AldreteScore {

    private AldreteScore() {}

    /**
     * The value of an item.
     *
     * @throws IllegalArgumentException if it is not 0, 1 or 2
     */
    static int inRange(int item) {
        if (item < 0 || item > 2) {
            throw new IllegalArgumentException("An item of the score is 0, 1 or 2, not " + item);
        }
        return item;
    }

    static IntStream items(ScoreAldrete command) {
        return IntStream.of(
                command.activity(),
                command.respiration(),
                command.circulation(),
                command.consciousness(),
                command.oxygenSaturation());
    }

    /** Whether the latest score reaches the threshold of the policy. */
    static Verdict passes(Situation on) {
        int needed = on.policy().of(Threshold.ALDRETE_THRESHOLD);
        return on.recovery()
                .last(AldreteScored.class)
                .map(score -> score.total() < needed
                        ? Verdict.failed(
                                score.occurredAt().toInstant(),
                                "Aldrete " + score.total() + ", needs " + needed,
                                "Score again when the patient has recovered further")
                        : Verdict.met(
                                "Aldrete " + score.total(), score.occurredAt().toInstant()))
                .orElseGet(() -> Verdict.refused("", "There is no Aldrete score", "Take the Aldrete score"));
    }
}
