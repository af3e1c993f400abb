package org.crossface.pathway.surgery;

import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;

/** Rules of the cross-facial nerve graft. */
final class StageOneRules {

    private StageOneRules() {}

    @Invariant(value = "SEQ-COAPTATION", kind = RuleClass.HARD, says = "A nerve is harvested before it is joined.")
    static Verdict nerveWasHarvested(PathwayState state, RecordDonorCoaptation command, Circumstances given) {
        return Verdict.refusedIf(
                !state.operations().of(command.caseId()).has(SuralNerveHarvested.class),
                "",
                "No sural nerve is recorded as harvested",
                "Record the harvest first");
    }

    @Invariant(
            value = "SEQ-BANKING",
            kind = RuleClass.HARD,
            says = "A graft is joined to its donor before it is banked.")
    static Verdict graftWasCoapted(PathwayState state, RecordBanking command, Circumstances given) {
        return Verdict.refusedIf(
                !state.operations().of(command.caseId()).has(DonorBranchCoapted.class),
                "",
                "The graft is not joined to a donor branch",
                "Record the coaptation first");
    }

    @Invariant(
            value = "SEQ-STAGE-ONE",
            kind = RuleClass.HARD,
            says = "Stage one is complete when the graft is harvested, joined and banked.")
    static Verdict graftIsInPlace(PathwayState state, CompleteStageOne command, Circumstances given) {
        return Verdict.refusedIf(
                !state.operations().of(command.caseId()).has(GraftTunnelledAndBanked.class),
                "",
                "The graft is not recorded as banked",
                "Record harvest, coaptation and banking first");
    }

    @Invariant(
            value = "SEQ-GRAFT-LENGTH",
            kind = RuleClass.HARD,
            says = "Not more nerve is inserted than was harvested.")
    static Verdict graftIsNotLongerThanHarvested(PathwayState state, CompleteStageOne command, Circumstances given) {
        return state.operations()
                .of(command.caseId())
                .last(SuralNerveHarvested.class)
                .filter(harvest -> command.graftedLengthCm() > harvest.lengthCm())
                .map(harvest -> Verdict.refused(
                        "graftedLengthCm",
                        "Grafted " + command.graftedLengthCm() + " cm of " + harvest.lengthCm() + " cm harvested",
                        "Give the length that was finally inserted, or correct the harvest"))
                .orElse(Verdict.ALLOWED);
    }
}
