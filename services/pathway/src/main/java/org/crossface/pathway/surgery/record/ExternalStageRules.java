package org.crossface.pathway.surgery.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.record.Cancellations;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SideRules;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Verdict;

/** Rules of an operation that was done at another centre. */
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

    static final Condition STAGE_ONE_IS_NOT_UNDER_WAY = notUnderWay(Stage.ONE);

    static final Condition STAGE_TWO_IS_NOT_UNDER_WAY = notUnderWay(Stage.TWO);

    /** A booked operation is cancelled by the attestation; one that has begun is not. */
    private static Condition notUnderWay(Stage stage) {
        return Condition.hard(
                "SEQ-ATTESTATION",
                "An operation that is under way here is not attested as done elsewhere.",
                on -> Verdict.refusedIf(
                        Cancellations.openCase(on.state(), stage)
                                .filter(each -> on.state()
                                        .operations()
                                        .of(each.caseId())
                                        .anesthetised())
                                .isPresent(),
                        "",
                        "Stage " + stage + " is under way here",
                        "Complete the operation record, or discontinue the procedure"));
    }

    static final Check<AttestExternalStageTwo> ATTESTED_MUSCLE_IS_ON_A_PARALYSED_SIDE = Check.hard(
            "INV-03",
            "The muscle lies on a paralysed side.",
            (state, command, given) -> Verdict.refusedIf(
                    !state.knownSide()
                            .map(ParalysedSide::sides)
                            .orElse(List.of())
                            .contains(command.faceSide()),
                    "faceSide",
                    "The " + command.faceSide() + " side is not known as paralysed",
                    "Correct the entry, or characterise the paralysis first"));

    static final Check<AttestExternalStageTwo> NO_OTHER_MUSCLE_LIES_THERE = Check.hard(
            "INV-64",
            "There is one live flap on each side.",
            (state, command, given) -> Verdict.refusedIf(
                    state.flaps().inUse().stream().anyMatch(flap -> flap.mayLieOn(Optional.of(command.faceSide()))),
                    "faceSide",
                    "A flap is in place on this side",
                    "Record its loss, or declare that it does not function"));

    static final Check<AttestExternalStageTwo> THIGH_HAD_ITS_MUSCLE = Check.hard(
            "INV-08",
            "A gracilis is taken from a thigh once.",
            (state, command, given) -> Verdict.refusedIf(
                    command.thighSide() != null && state.flaps().usedThighs().contains(command.thighSide()),
                    "thighSide",
                    "The gracilis of the " + command.thighSide() + " thigh was already taken",
                    "Correct the entry, or leave it empty if the documents do not tell"));

    static final Check<AttestExternalStageTwo> MUSCLE_FOLLOWS_ITS_GRAFT = Check.hard(
            "SEQ-ATTESTATION",
            "A muscle that a graft drives was transferred after the graft was placed.",
            (state, command, given) -> {
                Optional<LocalDate> graft = state.operations().stageOneDate();
                return Verdict.refusedIf(
                        command.motorNerve() != MotorNerve.MASSETERIC
                                && PartialDate.parse(command.operatedOn())
                                        .filter(day -> graft.filter(day.latest()::isBefore)
                                                .isPresent())
                                        .isPresent(),
                        "operatedOn",
                        "Stage one was on " + graft.orElse(null),
                        "Correct the day or the driving nerve");
            });

    static final Check<Attestation> DAY_IS_IN_THE_PAST =
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

    static final Check<Attestation> SURGEON_IS_KNOWN = Check.hard(
            "REF-SURGEON",
            "A surgeon of this centre attests who is privileged for the operation.",
            (state, command, given) -> Verdict.refusedIf(
                    given.reference()
                            .practitioner(command.surgeonId())
                            .filter(each -> each.mayOperate(command.attestedStage(), state.dayOf(command.occurredAt())))
                            .isEmpty(),
                    "surgeonId",
                    command.surgeonId() + " is not privileged for stage " + command.attestedStage() + " at this centre",
                    "A privileged surgeon of this centre has to attest"));

    static final Check<Attestation> SURGEON_SIGNS = Check.hard(
            "REF-SIGNATURE",
            "A surgeon attests only in his or her own name.",
            (state, command, given) -> CaseRules.signsAs(command.surgeonId(), "surgeonId", given));
}
