package org.crossface.pathway.planning;

import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Phase;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Stage;
import org.crossface.pathway.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the treatment plan. */
final class PlanRules {

    private PlanRules() {}

    @Invariant(
            value = "SEQ-PLAN",
            kind = RuleClass.HARD,
            says = "The first plan carries out what the candidacy was approved for.")
    static Verdict planFollowsApproval(PathwayState state, SelectPlan command, Circumstances given) {
        if (state.phase() != Phase.CANDIDATE || state.plan().exists()) {
            return Verdict.refused(
                    "",
                    state.plan().exists() ? "There is a plan already" : "The pathway is in the phase " + state.phase(),
                    state.plan().exists() ? "Revise the plan" : "Approve the candidacy first");
        }
        return Verdict.refusedIf(
                command.option() != state.plan().approvedOption(),
                "option",
                "Approved was " + state.plan().approvedOption(),
                "Plan the approved treatment, or revise the plan afterwards");
    }

    @Invariant(value = "SEQ-PLAN", kind = RuleClass.HARD, says = "A plan is revised while the pathway is under way.")
    static Verdict thereIsAPlanToRevise(PathwayState state, RevisePlan command, Circumstances given) {
        return Verdict.refusedIf(
                !state.plan().exists() || state.phase().isEnd(),
                "",
                state.plan().exists() ? "The pathway has ended" : "There is no plan yet",
                state.plan().exists() ? "Open a new pathway" : "Select a plan first");
    }

    @Invariant(
            value = "SEQ-PLAN-CONTENT",
            kind = RuleClass.HARD,
            says = "A plan names setting and donor side of each operation, and the nerve that drives the muscle.")
    static Verdict planIsWhole(PathwayState state, PlanEntry command, Circumstances given) {
        for (Stage stage : command.option().stages()) {
            boolean one = stage == Stage.ONE;
            if ((one ? command.stageOneSetting() : command.stageTwoSetting()) == null) {
                return missing(one ? "stageOneSetting" : "stageTwoSetting", "setting", stage);
            }
            if ((one ? command.donorLeg() : command.donorThigh()) == null) {
                return missing(one ? "donorLeg" : "donorThigh", "donor side", stage);
            }
        }
        return Verdict.refusedIf(
                command.option().transfersMuscle() && !fits(command.option(), command.nerveSource()),
                "nerveSource",
                "The nerve source is " + command.nerveSource() + " for " + command.option(),
                "Name a nerve source that the treatment provides");
    }

    @Invariant(
            value = "INV-05",
            kind = RuleClass.HARD,
            says = "A cross-facial nerve graft needs a healthy side, so it is not for a paralysis of both sides.")
    static Verdict graftNeedsOneHealthySide(PathwayState state, PlanEntry command, Circumstances given) {
        return Verdict.refusedIf(
                needsGraft(command) && CandidacyRules.bilateral(state),
                "option",
                "Both sides are paralysed",
                "Choose a treatment with another motor nerve");
    }

    @Invariant(
            value = "INV-11",
            kind = RuleClass.HARD,
            says = "A cross-facial nerve graft needs a healthy side whose smile was shown to work.")
    static Verdict healthySmileIsConfirmed(PathwayState state, PlanEntry command, Circumstances given) {
        return Verdict.refusedIf(
                needsGraft(command) && !state.evaluation().healthySmileConfirmed(),
                "option",
                "A usable smile of the healthy side is not confirmed",
                "Choose a treatment without the graft");
    }

    private static boolean needsGraft(PlanEntry command) {
        return command.option().needsNerveGraft()
                || command.nerveSource() == NerveSource.CFNG
                || command.nerveSource() == NerveSource.DUAL;
    }

    /** The masseteric nerve alone is for the treatments without graft; the graft may be joined by the masseteric nerve. */
    private static boolean fits(TreatmentOption option, @Nullable NerveSource source) {
        return source != null && option.needsNerveGraft() == (source != NerveSource.MASSETERIC);
    }

    private static Verdict missing(String field, String what, Stage stage) {
        return Verdict.refused(field, "The " + what + " of stage " + stage + " is missing", "Name it");
    }
}
