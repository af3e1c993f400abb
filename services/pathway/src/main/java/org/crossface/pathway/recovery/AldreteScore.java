package org.crossface.pathway.recovery;

import java.util.stream.IntStream;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Verdict;

/** The modified Aldrete score as a condition. */
final class AldreteScore {

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
    static Verdict passes(PathwayState state, CaseCommand command, Circumstances given) {
        int needed = given.policy().aldreteThreshold();
        return state.recoveries()
                .of(command.caseId())
                .last(AldreteScored.class)
                .map(score -> Verdict.refusedIf(
                        score.total() < needed,
                        "",
                        "Aldrete " + score.total() + ", needs " + needed,
                        "Score again when the patient has recovered further"))
                .orElseGet(() -> Verdict.refused("", "There is no Aldrete score", "Take the Aldrete score"));
    }
}
