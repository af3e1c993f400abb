package org.crossface.pathway.surgery;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.evaluation.PartialDate;

/** Rules of a stage one that was done at another centre. */
final class ExternalStageRules {

    private ExternalStageRules() {}

    @Invariant(
            value = "INV-01",
            kind = RuleClass.HARD,
            says = "The graft is joined to the facial nerve of the healthy side.")
    static Verdict attestedGraftStartsOnHealthySide(
            PathwayState state, AttestExternalStage command, Circumstances given) {
        return SideRules.mustBe(state.evaluation().healthySide(), command.donorSide(), "donorSide", "healthy");
    }

    @Invariant(
            value = "INV-02",
            kind = RuleClass.HARD,
            says = "The free end of the graft is banked on the paralysed side.")
    static Verdict attestedGraftEndsOnParalysedSide(
            PathwayState state, AttestExternalStage command, Circumstances given) {
        return SideRules.mustBe(state.evaluation().paralysedSide(), command.bankSide(), "bankSide", "paralysed");
    }

    @Invariant(
            value = "SEQ-ATTESTATION",
            kind = RuleClass.HARD,
            says = "Stage one is attested once, and only if it was not done here.")
    static Verdict stageOneIsMissing(PathwayState state, AttestExternalStage command, Circumstances given) {
        return Verdict.refusedIf(
                state.operations().stageOneDate().isPresent() && state.graft().live(),
                "",
                "Stage one is already recorded",
                "Correct the earlier record if it is wrong");
    }

    @Invariant(value = "INV-61", kind = RuleClass.HARD, says = "What is recorded has already happened.")
    static Verdict dayIsInThePast(PathwayState state, AttestExternalStage command, Circumstances given) {
        Optional<PartialDate> date = PartialDate.parse(command.operatedOn());
        LocalDate today = state.dayOf(command.occurredAt());
        if (date.isEmpty()) {
            return Verdict.refused(
                    "operatedOn", command.operatedOn() + " is no date", "Give it as 2025-01-14 or as 2025-01");
        }
        return Verdict.refusedIf(
                date.get().latest().isAfter(today),
                "operatedOn",
                "The operation would lie in the future, on " + date.get().latest() + " at the latest",
                "Give the day of the operation");
    }

    @Invariant(value = "REF-SURGEON", kind = RuleClass.HARD, says = "A surgeon of this centre attests.")
    static Verdict surgeonIsKnown(PathwayState state, AttestExternalStage command, Circumstances given) {
        return Verdict.refusedIf(
                given.reference().practitioner(command.surgeonId()).isEmpty(),
                "surgeonId",
                command.surgeonId() + " is not known",
                "A surgeon of this centre has to attest");
    }
}
