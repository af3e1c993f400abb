package org.crossface.pathway.aftercare.redflag;

import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Situation;
import org.crossface.platform.api.decision.Verdict;

/** Rules of red flags. */
final class RedFlagRules {

    private RedFlagRules() {}

    static final Condition A_RED_FLAG_IS_OPEN = Condition.hard(
            "SEQ-RED-FLAG", "A red flag is closed once, when it was open.", RedFlagRules::someFlagIsOpen);

    static final Check<ResolveRedFlag> RED_FLAG_IS_OPEN = Check.hard(
            "SEQ-RED-FLAG",
            "A red flag is closed once, when it was open.",
            (state, command, given) -> flagIsOpen(state, command.flagId()));

    static final Condition A_RED_FLAG_IS_THERE =
            Condition.hard("REF-RED-FLAG", "Only an open red flag can be taken over.", RedFlagRules::someFlagIsOpen);

    static final Check<AcknowledgeRedFlag> RED_FLAG_IS_THERE = Check.hard(
            "REF-RED-FLAG",
            "Only an open red flag can be taken over.",
            (state, command, given) -> flagIsOpen(state, command.flagId()));

    private static Verdict someFlagIsOpen(Situation on) {
        return Verdict.refusedIf(
                on.state().afterCare().openRedFlags().isEmpty(), "", "No red flag is open", "No action is needed");
    }

    private static Verdict flagIsOpen(PathwayState state, String flagId) {
        return Verdict.refusedIf(
                !state.afterCare().openRedFlags().containsKey(flagId),
                "flagId",
                "There is no such open red flag",
                "Choose one of the open red flags");
    }
}
