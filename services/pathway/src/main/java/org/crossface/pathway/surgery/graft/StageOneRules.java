package org.crossface.pathway.surgery.graft;

import org.crossface.pathway.surgery.events.DonorBranchCoapted;
import org.crossface.pathway.surgery.events.GraftTunnelledAndBanked;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the cross-facial nerve graft. */
final class StageOneRules {

    private StageOneRules() {}

    /** For everything that is done with the nerve: a harvest may be taken back after the nerve was joined. */
    static final Condition NERVE_WAS_HARVESTED = Condition.hard(
                    "SEQ-COAPTATION",
                    "A nerve is harvested before it is joined and banked.",
                    on -> Verdict.refusedIf(
                            !on.operation().has(SuralNerveHarvested.class),
                            "",
                            "No sural nerve is recorded as harvested",
                            "Record the harvest first"))
            .fulfilledBy(RecordSuralHarvest.class);

    static final Condition GRAFT_WAS_COAPTED = Condition.hard(
                    "SEQ-BANKING",
                    "A graft is joined to its donor before it is banked.",
                    on -> Verdict.refusedIf(
                            !on.operation().has(DonorBranchCoapted.class),
                            "",
                            "The graft is not joined to a donor branch",
                            "Record the coaptation first"))
            .fulfilledBy(RecordDonorCoaptation.class);

    static final Condition GRAFT_IS_IN_PLACE = Condition.hard(
                    "SEQ-STAGE-ONE",
                    "Stage one is complete when the graft is harvested, joined and banked.",
                    on -> Verdict.refusedIf(
                            !on.operation().has(GraftTunnelledAndBanked.class),
                            "",
                            "The graft is not recorded as banked",
                            "Record harvest, coaptation and banking first"))
            .fulfilledBy(RecordBanking.class);

    static final Check<CompleteStageOne> GRAFT_IS_NOT_LONGER_THAN_HARVESTED = Check.hard(
            "SEQ-GRAFT-LENGTH",
            "The inserted nerve is not longer than the harvested one.",
            (state, command, given) -> state.operations()
                    .of(command.caseId())
                    .last(SuralNerveHarvested.class)
                    .filter(harvest -> command.graftedLengthCm() > harvest.lengthCm())
                    .map(harvest -> Verdict.refused(
                            "graftedLengthCm",
                            "Grafted " + command.graftedLengthCm() + " cm of " + harvest.lengthCm() + " cm harvested",
                            "Give the length that was finally inserted, or correct the harvest"))
                    .orElse(Verdict.ALLOWED));
}
