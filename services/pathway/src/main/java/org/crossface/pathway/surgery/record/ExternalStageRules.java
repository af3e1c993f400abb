package org.crossface.pathway.surgery.record;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SideRules;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Verdict;

/** Rules of a stage one that was done at another centre. */
final class ExternalStageRules {

    private ExternalStageRules() {}

    static final Check<AttestExternalStage> ATTESTED_GRAFT_STARTS_ON_HEALTHY_SIDE = Check.hard(
            "INV-01",
            "The graft is joined to the facial nerve of the healthy side.",
            (state, command, given) ->
                    SideRules.mustBe(state.evaluation().healthySide(), command.donorSide(), "donorSide", "healthy"));

    static final Check<AttestExternalStage> ATTESTED_GRAFT_ENDS_ON_PARALYSED_SIDE = Check.hard(
            "INV-02",
            "The free end of the graft is banked on the paralysed side.",
            (state, command, given) ->
                    SideRules.mustBe(state.evaluation().paralysedSide(), command.bankSide(), "bankSide", "paralysed"));

    static final Condition STAGE_ONE_IS_MISSING = Condition.hard(
            "SEQ-ATTESTATION",
            "Stage one is attested once, and only if it was not done here.",
            on -> Verdict.refusedIf(
                    on.state().operations().stageOneDate().isPresent()
                            && on.state().graft().live(),
                    "",
                    "Stage one is already recorded",
                    "Correct the earlier record if it is wrong"));

    static final Check<AttestExternalStage> DAY_IS_IN_THE_PAST =
            Check.hard("INV-61", "A recorded fact has already happened.", (state, command, given) -> {
                Optional<PartialDate> date = PartialDate.parse(command.operatedOn());
                LocalDate today = state.dayOf(command.occurredAt());
                if (date.isEmpty()) {
                    return Verdict.refused(
                            "operatedOn", command.operatedOn() + " is not a date", "Enter it as 2025-01-14 or 2025-01");
                }
                return Verdict.refusedIf(
                        date.get().latest().isAfter(today),
                        "operatedOn",
                        "The operation would lie in the future, on "
                                + date.get().latest() + " at the latest",
                        "Give the day of the operation");
            });

    static final Check<AttestExternalStage> SURGEON_IS_KNOWN = Check.hard(
            "REF-SURGEON",
            "A surgeon of this centre attests who is privileged for the operation.",
            (state, command, given) -> Verdict.refusedIf(
                    given.reference()
                            .practitioner(command.surgeonId())
                            .filter(each -> each.mayOperate(Stage.ONE, state.dayOf(command.occurredAt())))
                            .isEmpty(),
                    "surgeonId",
                    command.surgeonId() + " is not privileged for stage one at this centre",
                    "A privileged surgeon of this centre has to attest"));

    static final Check<AttestExternalStage> SURGEON_SIGNS = Check.hard(
            "REF-SIGNATURE",
            "A surgeon attests only in his or her own name.",
            (state, command, given) -> CaseRules.signsAs(command.surgeonId(), "surgeonId", given));
}
