package org.crossface.pathway.recovery.pacu;

import java.util.stream.IntStream;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.events.AldreteScored;
import org.crossface.pathway.usecase.Situation;
import org.crossface.platform.api.decision.Verdict;

/** The modified Aldrete score as a condition. */
public final class AldreteScore {

    private AldreteScore() {}

    static IntStream items(ScoreAldrete command) {
        return IntStream.of(
                command.activity(),
                command.respiration(),
                command.circulation(),
                command.consciousness(),
                command.oxygenSaturation());
    }

    /** Whether the latest score reaches the threshold of the policy. */
    public static Verdict passes(Situation on) {
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
