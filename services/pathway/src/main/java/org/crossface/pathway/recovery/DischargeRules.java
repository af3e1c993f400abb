package org.crossface.pathway.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Stage;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.scheduling.AftercareBedReserved;
import org.crossface.pathway.surgery.AnesthesiaInduced;
import org.crossface.pathway.surgery.CaseRules;
import org.crossface.pathway.surgery.FlapCondition;
import org.crossface.pathway.surgery.Operation;

/** Rules of the discharge. A patient who had no anesthesia needs neither scores nor an escort. */
final class DischargeRules {

    private DischargeRules() {}

    private static Recovery recovery(PathwayState state, CaseCommand command) {
        return state.recoveries().of(command.caseId());
    }

    private static boolean neverAnesthetised(PathwayState state, CaseCommand command) {
        Operation operation = state.operations().of(command.caseId());
        boolean ended =
                operation.isDiscontinued() || CaseRules.caseOf(state, command).cancelled();
        return ended
                && !operation.has(AnesthesiaInduced.class)
                && operation.incisionAt().isEmpty();
    }

    @Invariant(value = "SEQ-RECOVERY", kind = RuleClass.HARD, says = "A patient is discharged from recovery.")
    static Verdict patientRecovered(PathwayState state, DischargePatient command, Circumstances given) {
        return neverAnesthetised(state, command)
                ? Verdict.ALLOWED
                : RecoveryRules.patientIsInRecovery(state, command, given);
    }

    @Invariant(
            value = "INV-37",
            kind = RuleClass.POLICY,
            says = "Phase II, and so the discharge, needs a modified Aldrete score of 9 or more.")
    static Verdict aldreteAllowsDischarge(PathwayState state, DischargePatient command, Circumstances given) {
        return neverAnesthetised(state, command) ? Verdict.ALLOWED : AldreteScore.passes(state, command, given);
    }

    @Invariant(
            value = "INV-38",
            kind = RuleClass.POLICY,
            says = "The discharge needs a discharge score of 9 or more without a zero, taken in the last 30 minutes.")
    static Verdict scoreAllowsDischarge(PathwayState state, DischargePatient command, Circumstances given) {
        if (neverAnesthetised(state, command)) {
            return Verdict.ALLOWED;
        }
        return recovery(state, command)
                .last(PadssScored.class)
                .map(score -> judge(score, command, given))
                .orElseGet(() -> Verdict.refused("", "There is no discharge score", "Take the discharge score"));
    }

    private static Verdict judge(PadssScored score, DischargePatient command, Circumstances given) {
        int needed = given.policy().padssThreshold();
        int maxAge = given.policy().scoreMaxAgeMinutes();
        if (score.total() < needed) {
            return Verdict.refused(
                    "", "PADSS " + score.total() + ", needs " + needed, "Score again when the patient is better");
        }
        if (score.lowest() == 0) {
            return Verdict.refused("", "An item of the score is 0", "Score again when no item is 0");
        }
        long age = Duration.between(score.occurredAt(), command.occurredAt()).toMinutes();
        return Verdict.refusedIf(
                age > maxAge, "", "The score is " + age + " min old, at most " + maxAge, "Take the score again");
    }

    @Invariant(
            value = "SEQ-ANESTHESIA-RECOVERY",
            kind = RuleClass.HARD,
            says = "A physician found the patient recovered from anesthesia before the discharge.")
    static Verdict recoveryWasEvaluated(PathwayState state, DischargePatient command, Circumstances given) {
        boolean fit = recovery(state, command)
                .last(AnesthesiaRecoveryEvaluated.class)
                .filter(AnesthesiaRecoveryEvaluated::fit)
                .isPresent();
        return Verdict.refusedIf(
                !fit && !neverAnesthetised(state, command),
                "",
                "Nobody found the patient recovered from anesthesia",
                "The anesthesiologist or the surgeon evaluates the recovery");
    }

    @Invariant(
            value = "INV-39",
            kind = RuleClass.HARD,
            says = "The discharge needs an order that the operating surgeon signed.")
    static Verdict orderIsSigned(PathwayState state, DischargePatient command, Circumstances given) {
        Optional<DischargeOrderSigned> order = recovery(state, command).last(DischargeOrderSigned.class);
        if (order.isEmpty()) {
            return Verdict.refused("", "No discharge order is signed", "The operating surgeon signs the order");
        }
        return Verdict.refusedIf(
                order.get().destination() != command.destination(),
                "destination",
                "The order is for " + order.get().destination() + ", the entry says " + command.destination(),
                "The operating surgeon signs an order for this destination");
    }

    @Invariant(value = "INV-40", kind = RuleClass.HARD, says = "The driver of a taxi or a shared ride is no escort.")
    static Verdict escortIsNoHiredDriver(PathwayState state, RecordEscortArrival command, Circumstances given) {
        return Verdict.refusedIf(
                List.of(EscortKind.TAXI_DRIVER, EscortKind.RIDE_SHARE_DRIVER).contains(command.kind()),
                "kind",
                "A driver for hire is no escort",
                "Find a responsible adult, or the attending physician signs an exemption");
    }

    @Invariant(
            value = "INV-40",
            kind = RuleClass.HARD,
            says =
                    "A responsible adult is present at the discharge, unless the attending physician signed an exemption.")
    static Verdict escortIsPresent(PathwayState state, DischargePatient command, Circumstances given) {
        Recovery recovery = recovery(state, command);
        return Verdict.refusedIf(
                !recovery.escortPresent() && !recovery.has(EscortExempted.class) && !neverAnesthetised(state, command),
                "",
                "No responsible adult is present",
                "Record the arrival of the escort, or the attending physician signs an exemption");
    }

    @Invariant(
            value = "REF-PHYSICIAN",
            kind = RuleClass.HARD,
            says = "The attending physician is a surgeon of the case.")
    static Verdict physicianAttends(PathwayState state, ExemptEscort command, Circumstances given) {
        return Verdict.refusedIf(
                !CaseRules.caseOf(state, command).surgeonIds().contains(command.physicianId()),
                "physicianId",
                command.physicianId() + " does not attend this case",
                "A surgeon of the case has to sign");
    }

    @Invariant(
            value = "INV-44",
            kind = RuleClass.HARD,
            says = "The discharge needs instructions, repeated in own words, and a follow-up appointment.")
    static Verdict instructionsWereUnderstood(PathwayState state, DischargePatient command, Circumstances given) {
        Optional<DischargeInstructionsGiven> instructions =
                recovery(state, command).last(DischargeInstructionsGiven.class);
        if (instructions.isEmpty()) {
            return Verdict.refused("", "No instructions were given", "Give the written instructions");
        }
        if (!instructions.get().teachBack()) {
            return Verdict.refused(
                    "", "The instructions were not repeated in own words", "Let the patient or the escort repeat them");
        }
        return Verdict.refusedIf(
                instructions.get().followUpAt() == null,
                "",
                "There is no follow-up appointment",
                "Make the appointment and record it with the instructions");
    }

    @Invariant(
            value = "INV-43",
            kind = RuleClass.HARD,
            says = "The after-care facility has accepted the patient before the discharge.")
    static Verdict facilityAccepted(PathwayState state, DischargePatient command, Circumstances given) {
        return Verdict.refusedIf(
                command.destination() == DischargeDestination.AFTERCARE_FACILITY
                        && bed(state, command).isEmpty(),
                "facilityId",
                "No bed is reserved in the after-care facility",
                "Reserve a bed, or choose another destination");
    }

    @Invariant(
            value = "INV-43",
            kind = RuleClass.POLICY,
            says = "After stage two the patient goes to a facility that can watch flaps.")
    static Verdict facilityCanWatchFlaps(PathwayState state, DischargePatient command, Circumstances given) {
        boolean incapable =
                bed(state, command).filter(bed -> !bed.flapMonitoringCapable()).isPresent();
        return Verdict.refusedIf(
                command.destination() == DischargeDestination.AFTERCARE_FACILITY
                        && incapable
                        && hasFlap(state, command),
                "facilityId",
                "The facility cannot watch flaps",
                "Reserve a bed in a facility that can");
    }

    private static Optional<AftercareBedReserved> bed(PathwayState state, DischargePatient command) {
        Stage stage = CaseRules.caseOf(state, command).stage();
        return Optional.ofNullable(command.facilityId())
                .flatMap(facility -> state.schedule().readinessFor(stage).bedIn(facility));
    }

    private static boolean hasFlap(PathwayState state, CaseCommand command) {
        return state.flap().caseId().equals(command.caseId()) && state.flap().condition() != FlapCondition.LOST;
    }

    @Invariant(
            value = "INV-42",
            kind = RuleClass.POLICY,
            says = "After stage two the discharge needs a passing flap check in the last 30 minutes.")
    static Verdict flapIsWell(PathwayState state, DischargePatient command, Circumstances given) {
        if (!hasFlap(state, command)) {
            return Verdict.ALLOWED;
        }
        Optional<FlapChecked> check = recovery(state, command).last(FlapChecked.class);
        if (check.isEmpty()) {
            return Verdict.refused("", "The flap was not checked", "Check the flap");
        }
        if (!check.get().passing()) {
            return Verdict.refused("", "The last flap check found a sign of danger", "The surgeon sees the flap");
        }
        long age =
                Duration.between(check.get().occurredAt(), command.occurredAt()).toMinutes();
        int maxAge = given.policy().flapCheckMaxAgeMinutes();
        return Verdict.refusedIf(
                age > maxAge, "", "The last flap check is " + age + " min old, at most " + maxAge, "Check the flap");
    }

    @Invariant(
            value = "INV-42",
            kind = RuleClass.POLICY,
            says = "After stage two the discharge needs a plan who watches the flap at the destination.")
    static Verdict flapWatchIsPlanned(PathwayState state, DischargePatient command, Circumstances given) {
        if (!hasFlap(state, command)) {
            return Verdict.ALLOWED;
        }
        Optional<FlapMonitoringPlanned> plan = recovery(state, command).last(FlapMonitoringPlanned.class);
        if (plan.filter(found -> found.destination() == command.destination()).isEmpty()) {
            return Verdict.refused(
                    "destination",
                    "Nobody is planned to watch the flap at " + command.destination(),
                    "Plan the flap monitoring for this destination");
        }
        if (!plan.get().surgeonReachable()) {
            return Verdict.refused("", "No surgeon is reachable at all hours", "Arrange who can be called");
        }
        String attestation = plan.get().surgeonAttestation();
        boolean nurse = command.destination() == DischargeDestination.AFTERCARE_FACILITY
                || command.destination() == DischargeDestination.HOME_WITH_NURSE;
        return Verdict.refusedIf(
                !nurse && (attestation == null || attestation.isBlank()),
                "destination",
                "At " + command.destination() + " no nurse watches the flap and no surgeon attested it",
                "Choose a destination with a nurse, or the surgeon attests in the monitoring plan");
    }

    @Invariant(value = "SEQ-DISCHARGE", kind = RuleClass.HARD, says = "A patient arrives there after leaving here.")
    static Verdict patientHasLeft(PathwayState state, AdmitToAftercare command, Circumstances given) {
        return Verdict.refusedIf(
                !recovery(state, command).hasLeft(),
                "",
                "The patient has not left the surgery centre",
                "Record the discharge first");
    }

    @Invariant(
            value = "SEQ-TRANSFER",
            kind = RuleClass.HARD,
            says = "A patient leaves the hospital after a transfer to it.")
    static Verdict patientWasTransferred(PathwayState state, RecordHospitalDischarge command, Circumstances given) {
        return Verdict.refusedIf(
                !recovery(state, command).has(UnplannedTransferOccurred.class),
                "",
                "The patient was not transferred to a hospital",
                "Record the transfer first");
    }
}
