package org.crossface.pathway.surgery;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.aftercare.ComplicationType;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Rules of the free gracilis transfer. */
final class StageTwoRules {

    private StageTwoRules() {}

    @Invariant(
            value = "INV-27",
            kind = RuleClass.HARD,
            says = "The gracilis is harvested after the time-out of stage two.")
    static Verdict timeOutComesBeforeHarvest(PathwayState state, RecordGracilisHarvest command, Circumstances given) {
        Operation operation = state.operations().of(command.caseId());
        return Verdict.refusedIf(
                !operation.has(SafetyTimeOutCompleted.class) && !operation.missed(ChecklistStep.TIME_OUT),
                "",
                "The time-out of stage two is not completed",
                "Complete the time-out; if the harvest began without it, report a checklist deviation");
    }

    @Invariant(
            value = "SEQ-FLAP",
            kind = RuleClass.HARD,
            says = "The muscle is harvested before it is joined or placed.")
    static Verdict muscleWasHarvested(PathwayState state, CaseCommand command, Circumstances given) {
        return Verdict.refusedIf(
                !state.operations().of(command.caseId()).has(GracilisHarvested.class),
                "",
                "No gracilis is recorded as harvested in this case",
                "Record the harvest first");
    }

    @Invariant(value = "INV-61", kind = RuleClass.HARD, says = "What is recorded has already happened.")
    static Verdict pedicleWasDivided(PathwayState state, RecordGracilisHarvest command, Circumstances given) {
        return happened(command.pedicleDividedAt(), "pedicleDividedAt", given);
    }

    @Invariant(value = "INV-61", kind = RuleClass.HARD, says = "What is recorded has already happened.")
    static Verdict bloodHasReturned(PathwayState state, RecordReperfusion command, Circumstances given) {
        return happened(command.reperfusedAt(), "reperfusedAt", given);
    }

    private static Verdict happened(OffsetDateTime when, String field, Circumstances given) {
        Duration ahead = Duration.between(given.now(), when.toInstant());
        return Verdict.refusedIf(
                ahead.toSeconds() > given.policy().futureToleranceSeconds(),
                field,
                "The time given lies " + ahead.toMinutes() + " min in the future",
                "Give the time at which it happened");
    }

    @Invariant(
            value = "INV-30",
            kind = RuleClass.CLINICAL,
            says = "The flap is joined to facial vessels, or the reason for another vessel is given.",
            overriddenBy = Role.SURGEON)
    static Verdict anotherVesselHasAReason(PathwayState state, RecordAnastomosis command, Circumstances given) {
        return Verdict.refusedIf(
                command.recipientVessel() != RecipientVessel.FACIAL && blank(command.vesselReason()),
                "vesselReason",
                "The recipient vessel is " + command.recipientVessel() + " and no reason is given",
                "Say why no facial vessel was used");
    }

    @Invariant(
            value = "INV-31",
            kind = RuleClass.HARD,
            says = "Blood returns after the pedicle was divided, and the minutes between are those of the clock.")
    static Verdict ischemiaIsPlausible(PathwayState state, RecordReperfusion command, Circumstances given) {
        OffsetDateTime divided = state.operations()
                .of(command.caseId())
                .last(GracilisHarvested.class)
                .orElseThrow()
                .pedicleDividedAt();
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
                "Leave the minutes empty");
    }

    @Invariant(
            value = "INV-25",
            kind = RuleClass.HARD,
            says = "The nerve of the muscle is joined to a graft that lies banked.")
    static Verdict graftIsThere(PathwayState state, RecordNerveCoaptation command, Circumstances given) {
        return Verdict.refusedIf(
                command.motorNerve() != MotorNerve.MASSETERIC && !state.graft().banked(),
                "motorNerve",
                "No graft lies banked",
                "Record the nerve that was really used");
    }

    @Invariant(
            value = "SEQ-REPERFUSION",
            kind = RuleClass.HARD,
            says = "Stage two is complete when blood flows through the muscle again.")
    static Verdict bloodFlows(PathwayState state, CompleteStageTwo command, Circumstances given) {
        return Verdict.refusedIf(
                !state.operations().of(command.caseId()).has(FlapReperfused.class),
                "",
                "No reperfusion is recorded",
                "Record the reperfusion first");
    }

    @Invariant(
            value = "INV-28",
            kind = RuleClass.HARD,
            says = "Stage two is complete with a patent artery and a patent vein.")
    static Verdict flapHasInflowAndOutflow(PathwayState state, CompleteStageTwo command, Circumstances given) {
        Operation operation = state.operations().of(command.caseId());
        boolean artery = operation.all(ArterialAnastomosisCompleted.class).stream()
                .anyMatch(ArterialAnastomosisCompleted::patencyConfirmed);
        boolean vein = operation.all(VenousAnastomosisCompleted.class).stream()
                .anyMatch(VenousAnastomosisCompleted::patencyConfirmed);
        if (!artery) {
            return Verdict.refused(
                    "", "No arterial anastomosis with confirmed patency", "Record the arterial anastomosis");
        }
        return Verdict.refusedIf(
                !vein && !agreedDeviation(state, command),
                "deviation",
                "No venous anastomosis with confirmed patency",
                "Record the venous anastomosis; without one, describe the deviation and name a second surgeon who agrees");
    }

    private static boolean agreedDeviation(PathwayState state, CompleteStageTwo command) {
        return !blank(command.deviation())
                && !blank(command.secondSurgeonId())
                && !CaseRules.caseOf(state, command).accountableSurgeon().equals(command.secondSurgeonId());
    }

    @Invariant(
            value = "INV-29",
            kind = RuleClass.HARD,
            says = "Stage two is complete when the muscle is joined to a nerve that the plan allows.")
    static Verdict muscleIsPowered(PathwayState state, CompleteStageTwo command, Circumstances given) {
        Operation operation = state.operations().of(command.caseId());
        boolean toGraft = operation.has(ObturatorToGraftCoapted.class);
        boolean toMasseteric = operation.has(ObturatorToMassetericCoapted.class)
                || operation.all(ObturatorToGraftCoapted.class).stream()
                        .anyMatch(ObturatorToGraftCoapted::massetericAdded);
        boolean powered = state.plan().massetericOnly() ? toMasseteric : toGraft;
        return Verdict.refusedIf(
                !powered,
                "",
                "The muscle is not joined to a nerve of the plan ("
                        + Optional.ofNullable(state.plan().nerveSource())
                                .map(Enum::name)
                                .orElse("graft") + ")",
                "Record the nerve coaptation, or revise the plan");
    }

    @Invariant(
            value = "INV-32",
            kind = RuleClass.CLINICAL,
            says = "Ischemia of more than 135 minutes is commented before the operation is completed.",
            overriddenBy = Role.SURGEON)
    static Verdict longIschemiaIsExplained(PathwayState state, CompleteStageTwo command, Circumstances given) {
        Optional<FlapReperfused> reperfusion =
                state.operations().of(command.caseId()).last(FlapReperfused.class);
        return reperfusion
                .filter(fact -> fact.level().compareTo(IschemiaLevel.CAUTION) >= 0)
                .filter(fact -> blank(fact.comment()) && blank(command.ischemiaComment()))
                .map(fact -> Verdict.refused(
                        "ischemiaComment",
                        "Ischemia was " + fact.ischemiaMinutes() + " min and nobody commented",
                        "Comment on the ischemia"))
                .orElse(Verdict.ALLOWED);
    }

    @Invariant(
            value = "INV-32",
            kind = RuleClass.CLINICAL,
            says = "Ischemia of more than 360 minutes is recorded as a complication before the operation is completed.",
            overriddenBy = Role.SURGEON)
    static Verdict criticalIschemiaIsAComplication(PathwayState state, CompleteStageTwo command, Circumstances given) {
        boolean recorded = state.afterCare().complications().values().stream()
                .anyMatch(complication -> complication.type() == ComplicationType.PROLONGED_ISCHEMIA);
        return state.operations()
                .of(command.caseId())
                .last(FlapReperfused.class)
                .filter(fact -> fact.level() == IschemiaLevel.CRITICAL && !recorded)
                .map(fact -> Verdict.refused(
                        "",
                        "Ischemia was " + fact.ischemiaMinutes() + " min and no complication is recorded",
                        "Record the complication of prolonged ischemia"))
                .orElse(Verdict.ALLOWED);
    }

    @Invariant(
            value = "INV-33",
            kind = RuleClass.CLINICAL,
            says = "Stage two is complete when the muscle is anchored and can be listened to.",
            overriddenBy = Role.SURGEON)
    static Verdict muscleIsAnchoredAndCanBeHeard(PathwayState state, CompleteStageTwo command, Circumstances given) {
        boolean inset = state.operations().of(command.caseId()).has(GracilisInset.class);
        return Verdict.refusedIf(
                !inset || !command.dopplerSiteMarked(),
                inset ? "dopplerSiteMarked" : "",
                inset ? "No Doppler site is marked" : "No inset is recorded",
                inset ? "Mark the site on the skin or place a probe" : "Record the inset first");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
