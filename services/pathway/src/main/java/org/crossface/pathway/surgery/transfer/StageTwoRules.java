package org.crossface.pathway.surgery.transfer;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.aftercare.complication.RecordComplication;
import org.crossface.pathway.aftercare.vocabulary.ComplicationType;
import org.crossface.pathway.neurotization.growth.NeurotizationRules;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.CompleteTimeOut;
import org.crossface.pathway.surgery.events.ArterialAnastomosisCompleted;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.GracilisInset;
import org.crossface.pathway.surgery.events.ObturatorToGraftCoapted;
import org.crossface.pathway.surgery.events.ObturatorToMassetericCoapted;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.events.VenousAnastomosisCompleted;
import org.crossface.pathway.surgery.vocabulary.ChecklistStep;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.surgery.vocabulary.RecipientVessel;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the free gracilis transfer. */
final class StageTwoRules {

    private StageTwoRules() {}

    static final Condition TIME_OUT_COMES_BEFORE_HARVEST = Condition.hard(
                    "INV-27", "The gracilis is harvested after the time-out of stage two.", on -> {
                        Operation operation = on.operation();
                        return Verdict.refusedIf(
                                !operation.has(SafetyTimeOutCompleted.class)
                                        && !operation.missed(ChecklistStep.TIME_OUT),
                                "",
                                "The time-out of stage two is not completed",
                                "Complete the time-out; if the harvest began without it, report a checklist deviation");
                    })
            .fulfilledBy(CompleteTimeOut.class);

    static final Condition MUSCLE_WAS_HARVESTED = Condition.hard(
                    "SEQ-FLAP",
                    "The muscle is harvested before it is joined or placed.",
                    on -> Verdict.refusedIf(
                            !on.operation().has(GracilisHarvested.class),
                            "",
                            "No gracilis is recorded as harvested in this case",
                            "Record the harvest first"))
            .fulfilledBy(RecordGracilisHarvest.class);

    static final Check<RecordGracilisHarvest> PEDICLE_WAS_DIVIDED = Check.hard(
            "INV-61",
            "A recorded fact has already happened.",
            (state, command, given) -> happened(command.pedicleDividedAt(), "pedicleDividedAt", given));

    static final Check<RecordReperfusion> BLOOD_HAS_RETURNED = Check.hard(
            "INV-61",
            "A recorded fact has already happened.",
            (state, command, given) -> happened(command.reperfusedAt(), "reperfusedAt", given));

    private static Verdict happened(OffsetDateTime when, String field, Circumstances given) {
        Duration ahead = Duration.between(given.now(), when.toInstant());
        return Verdict.refusedIf(
                ahead.toSeconds() > given.policy().of(Threshold.FUTURE_TOLERANCE_SECONDS),
                field,
                "The entered time is " + ahead.toMinutes() + " min in the future",
                "Give the time at which it happened");
    }

    static final Check<RecordAnastomosis> ANOTHER_VESSEL_HAS_A_REASON = Check.clinical(
            "INV-30",
            "The flap is joined to facial vessels, or the reason for another vessel is given.",
            Set.of(Role.SURGEON),
            (state, command, given) -> Verdict.refusedIf(
                    command.recipientVessel() != RecipientVessel.FACIAL && blank(command.vesselReason()),
                    "vesselReason",
                    "The recipient vessel is " + command.recipientVessel() + " and no reason is given",
                    "Give the reason why no facial vessel was used"));

    static final Check<RecordReperfusion> ISCHEMIA_IS_PLAUSIBLE = Check.hard(
            "INV-31",
            "Reperfusion follows the division of the pedicle, and the ischemia is the time between them.",
            (state, command, given) -> state.operations()
                    .of(command.caseId())
                    .last(GracilisHarvested.class)
                    .map(harvest -> ischemia(command, harvest.pedicleDividedAt()))
                    .orElse(Verdict.ALLOWED));

    private static Verdict ischemia(RecordReperfusion command, OffsetDateTime divided) {
        if (!command.reperfusedAt().isAfter(divided)) {
            return Verdict.refused(
                    "reperfusedAt",
                    "Reperfusion is not after the division of the pedicle at " + divided,
                    "Correct the time of reperfusion, or the harvest");
        }
        long minutes = Duration.between(divided, command.reperfusedAt()).toMinutes();
        return Verdict.refusedIf(
                command.ischemiaMinutes() != null && command.ischemiaMinutes() != minutes,
                "ischemiaMinutes",
                "Ischemia given as " + command.ischemiaMinutes() + " min, computed " + minutes + " min",
                "Leave the minutes empty; they are computed");
    }

    static final Check<RecordNerveCoaptation> GRAFT_IS_THERE = Check.hard(
            "INV-25",
            "The nerve of the muscle is joined to a banked graft that is neurotized.",
            (state, command, given) -> Verdict.refusedIf(
                    command.motorNerve() != MotorNerve.MASSETERIC && !NeurotizationRules.carriesSignal(state.graft()),
                    "motorNerve",
                    "There is no banked graft that is confirmed as neurotized",
                    "Record the nerve that was used"));

    static final Condition BLOOD_FLOWS = Condition.hard(
                    "SEQ-REPERFUSION",
                    "Stage two is complete when blood flows through the muscle again.",
                    on -> Verdict.refusedIf(
                            !on.operation().has(FlapReperfused.class),
                            "",
                            "No reperfusion is recorded",
                            "Record the reperfusion first"))
            .fulfilledBy(RecordReperfusion.class);

    static final Condition FLAP_HAS_INFLOW = Condition.hard(
                    "INV-28",
                    "Stage two is complete with a patent artery.",
                    on -> Verdict.refusedIf(
                            on.operation().all(ArterialAnastomosisCompleted.class).stream()
                                    .noneMatch(ArterialAnastomosisCompleted::patencyConfirmed),
                            "",
                            "No arterial anastomosis with confirmed patency",
                            "Record the arterial anastomosis"))
            .fulfilledBy(RecordAnastomosis.class);

    static final Check<CompleteStageTwo> FLAP_HAS_OUTFLOW = Check.hard(
            "INV-28",
            "Stage two is complete with a patent vein, or with a deviation that a second surgeon agrees to.",
            (state, command, given) -> Verdict.refusedIf(
                    state.operations().of(command.caseId()).all(VenousAnastomosisCompleted.class).stream()
                                    .noneMatch(VenousAnastomosisCompleted::patencyConfirmed)
                            && !namesSecond(state, command),
                    "deviation",
                    "No venous anastomosis with confirmed patency",
                    "Record the venous anastomosis; without one, describe the deviation and name a second surgeon who agrees"));

    static final Check<CompleteStageTwo> SECOND_SURGEON_IS_PRIVILEGED = Check.hard(
            "INV-28",
            "The second surgeon is another one than the first and privileged for stage two on that day; the completion waits for his or her confirmation.",
            (state, command, given) -> {
                String second = command.secondSurgeonId();
                if (blank(second)) {
                    return Verdict.ALLOWED;
                }
                boolean privileged = given.reference()
                        .practitioner(String.valueOf(second))
                        .filter(each -> each.mayOperate(Stage.TWO, state.dayOf(command.occurredAt())))
                        .isPresent();
                return Verdict.refusedIf(
                        !privileged || given.actorId().equals(second),
                        "secondSurgeonId",
                        second + (privileged ? " enters this" : " is not privileged for stage two"),
                        "Name another surgeon who is privileged");
            });

    private static boolean namesSecond(PathwayState state, CompleteStageTwo command) {
        return !blank(command.deviation())
                && !blank(command.secondSurgeonId())
                && !CaseRules.caseOf(state, command).accountableSurgeon().equals(command.secondSurgeonId());
    }

    static final Condition MUSCLE_IS_POWERED = Condition.hard(
                    "INV-29",
                    "Stage two is complete when the muscle is joined to a nerve that the plan allows.",
                    on -> {
                        Operation operation = on.operation();
                        boolean toGraft = operation.has(ObturatorToGraftCoapted.class)
                                && on.state().graft().live();
                        boolean toMasseteric = operation.has(ObturatorToMassetericCoapted.class)
                                || operation.all(ObturatorToGraftCoapted.class).stream()
                                        .anyMatch(ObturatorToGraftCoapted::massetericAdded);
                        NerveSource source = on.state().plan().nerveSource();
                        boolean powered = (source == NerveSource.MASSETERIC || toGraft)
                                && (source == NerveSource.CFNG || source == null || toMasseteric);
                        return Verdict.refusedIf(
                                !powered,
                                "",
                                "The muscle is not joined to a nerve of the plan ("
                                        + Optional.ofNullable(source)
                                                .map(Enum::name)
                                                .orElse("graft")
                                        + ")",
                                "Record the nerve coaptation, or revise the plan");
                    })
            .fulfilledBy(RecordNerveCoaptation.class);

    static final Check<CompleteStageTwo> LONG_ISCHEMIA_IS_EXPLAINED = Check.clinical(
            "INV-32",
            "Ischemia of more than {ischemiaCautionMinutes} minutes needs a comment before the operation is completed.",
            Set.of(Role.SURGEON),
            (state, command, given) -> {
                Optional<FlapReperfused> reperfusion =
                        state.operations().of(command.caseId()).last(FlapReperfused.class);
                return reperfusion
                        .filter(fact -> fact.ischemiaMinutes() > given.policy().of(Threshold.ISCHEMIA_CAUTION_MINUTES))
                        .filter(fact -> blank(fact.comment()) && blank(command.ischemiaComment()))
                        .map(fact -> Verdict.refused(
                                "ischemiaComment",
                                "Ischemia was " + fact.ischemiaMinutes() + " min and has no comment",
                                "Comment on the ischemia"))
                        .orElse(Verdict.ALLOWED);
            });

    static final Condition CRITICAL_ISCHEMIA_IS_A_COMPLICATION = Condition.clinical(
                    "INV-32",
                    "Ischemia of more than {ischemiaCriticalMinutes} minutes is recorded as a complication before the operation is completed.",
                    Set.of(Role.SURGEON),
                    on -> {
                        boolean recorded = on.state().afterCare().complications().values().stream()
                                .anyMatch(complication -> complication.type() == ComplicationType.PROLONGED_ISCHEMIA
                                        && Objects.equals(complication.caseId(), on.caseId()));
                        return on.operation()
                                .last(FlapReperfused.class)
                                .filter(fact ->
                                        fact.ischemiaMinutes() > on.policy().of(Threshold.ISCHEMIA_CRITICAL_MINUTES)
                                                && !recorded)
                                .map(fact -> Verdict.refused(
                                        "",
                                        "Ischemia was " + fact.ischemiaMinutes()
                                                + " min and no complication is recorded",
                                        "Record the complication of prolonged ischemia, with this operation"))
                                .orElse(Verdict.ALLOWED);
                    })
            .fulfilledBy(RecordComplication.class);

    static final Condition MUSCLE_IS_ANCHORED = Condition.clinical(
                    "INV-33",
                    "Stage two is complete when the muscle is anchored.",
                    Set.of(Role.SURGEON),
                    on -> Verdict.refusedIf(
                            !on.operation().has(GracilisInset.class),
                            "",
                            "No inset is recorded",
                            "Record the inset first"))
            .fulfilledBy(RecordInset.class);

    static final Check<CompleteStageTwo> MUSCLE_CAN_BE_HEARD = Check.clinical(
            "INV-33",
            "Stage two is complete when the muscle can be listened to.",
            Set.of(Role.SURGEON),
            (state, command, given) -> Verdict.refusedIf(
                    !command.dopplerSiteMarked(),
                    "dopplerSiteMarked",
                    "No Doppler site is marked",
                    "Mark the site on the skin or place a probe"));

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
