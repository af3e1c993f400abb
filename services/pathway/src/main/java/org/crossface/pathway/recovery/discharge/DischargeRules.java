package org.crossface.pathway.recovery.discharge;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.recovery.events.AnesthesiaRecoveryEvaluated;
import org.crossface.pathway.recovery.events.DischargeInstructionsGiven;
import org.crossface.pathway.recovery.events.DischargeOrderSigned;
import org.crossface.pathway.recovery.events.EscortArrived;
import org.crossface.pathway.recovery.events.EscortExempted;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.FlapMonitoringPlanned;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.events.UnplannedTransferOccurred;
import org.crossface.pathway.recovery.flap.CheckFlap;
import org.crossface.pathway.recovery.flap.PlanFlapMonitoring;
import org.crossface.pathway.recovery.pacu.AdmitToRecovery;
import org.crossface.pathway.recovery.pacu.AldreteScore;
import org.crossface.pathway.recovery.pacu.EvaluateAnesthesiaRecovery;
import org.crossface.pathway.recovery.pacu.RecoveryRules;
import org.crossface.pathway.recovery.pacu.ScoreAldrete;
import org.crossface.pathway.recovery.pacu.ScorePadss;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.scheduling.readiness.ReserveAftercare;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the discharge. A patient who had no anesthesia needs neither scores nor an escort. */
public final class DischargeRules {

    private DischargeRules() {}

    private static Recovery recovery(PathwayState state, CaseCommand command) {
        return state.recoveries().of(command.caseId());
    }

    private static boolean neverAnesthetised(Situation on) {
        return CaseProgress.of(on.state(), on.surgicalCase()).endedBeforeAnesthesia();
    }

    static final Condition PATIENT_IS_NOT_BACK_IN_THEATRE = Condition.hard(
            "SEQ-RETURN",
            "A patient who was taken back to theatre leaves from the case of the return.",
            on -> on.state()
                    .schedule()
                    .returnAfter(on.surgicalCase().caseId())
                    .map(back -> Verdict.refused(
                            "caseId",
                            "The patient was taken back to theatre at " + on.timeOf(back.startsAt()),
                            "Choose the case of the return"))
                    .orElse(Verdict.ALLOWED));

    static final Condition PATIENT_RECOVERED = Condition.hard(
                    "SEQ-RECOVERY",
                    "A patient is discharged from recovery.",
                    on -> neverAnesthetised(on) ? Verdict.ALLOWED : RecoveryRules.admitted(on))
            .fulfilledBy(AdmitToRecovery.class);

    static final Condition ALDRETE_ALLOWS_DISCHARGE = Condition.policy(
                    "INV-37",
                    "Phase II, and so the discharge, needs a modified Aldrete score of {aldreteThreshold} or more.",
                    on -> neverAnesthetised(on) ? Verdict.ALLOWED : AldreteScore.passes(on))
            .named("Aldrete")
            .fulfilledBy(ScoreAldrete.class);

    static final Condition SCORE_ALLOWS_DISCHARGE = Condition.policy(
                    "INV-38",
                    "The discharge needs a discharge score of {padssThreshold} or more with no item below {padssLowestItem}, taken in the last {scoreMaxAgeMinutes} minutes.",
                    on -> neverAnesthetised(on)
                            ? Verdict.ALLOWED
                            : on.recovery()
                                    .last(PadssScored.class)
                                    .map(score -> judge(score, on))
                                    .orElseGet(() -> Verdict.refused(
                                            "", "There is no discharge score", "Take the discharge score")))
            .named("PADSS")
            .fulfilledBy(ScorePadss.class);

    private static Verdict judge(PadssScored score, Situation on) {
        int needed = on.policy().of(Threshold.PADSS_THRESHOLD);
        Instant taken = score.occurredAt().toInstant();
        if (score.total() < needed) {
            return Verdict.failed(
                    taken, "PADSS " + score.total() + ", needs " + needed, "Score again when the patient is better");
        }
        if (score.lowest() < on.policy().of(Threshold.PADSS_LOWEST_ITEM)) {
            return Verdict.failed(
                    taken,
                    "PADSS " + score.total() + ", an item is " + score.lowest(),
                    on.policy().fill("Score again when no item is below {padssLowestItem}"));
        }
        return fresh(
                on,
                score.occurredAt(),
                on.policy().of(Threshold.SCORE_MAX_AGE_MINUTES),
                "PADSS " + score.total(),
                "Take the score again");
    }

    /** Met for so many whole minutes, refused when they are over. */
    private static Verdict fresh(Situation on, OffsetDateTime taken, int maxMinutes, String finding, String remedy) {
        return Duration.between(taken, on.at()).toMinutes() > maxMinutes
                ? Verdict.failed(
                        taken.toInstant(),
                        finding + " is from " + on.timeOf(taken) + ", older than " + maxMinutes + " min",
                        remedy)
                : Verdict.metUntil(
                        finding,
                        taken.toInstant(),
                        taken.plusMinutes(maxMinutes + 1L).toInstant().minusNanos(1_000));
    }

    static final Condition RECOVERY_WAS_EVALUATED = Condition.hard(
                    "SEQ-ANESTHESIA-RECOVERY",
                    "A physician found the patient recovered from anesthesia before the discharge.",
                    on -> on.recovery()
                            .last(AnesthesiaRecoveryEvaluated.class)
                            .filter(AnesthesiaRecoveryEvaluated::fit)
                            .map(found -> Verdict.met("", found.occurredAt().toInstant()))
                            .orElseGet(() -> Verdict.refusedIf(
                                    !neverAnesthetised(on),
                                    "",
                                    "No physician has recorded that the patient has recovered from anesthesia",
                                    "The anesthesiologist or the surgeon evaluates the recovery")))
            .named("Evaluated")
            .fulfilledBy(EvaluateAnesthesiaRecovery.class);

    static final Condition ORDER_IS_SIGNED = Condition.hard(
                    "INV-39",
                    "The discharge needs an order that the operating surgeon signed.",
                    on -> order(on)
                            .map(order -> Verdict.met("", order.occurredAt().toInstant()))
                            .orElseGet(() -> Verdict.refused(
                                    "", "No discharge order is signed", "The operating surgeon signs the order")))
            .named("Order")
            .fulfilledBy(SignDischargeOrder.class);

    static final Check<DischargePatient> ORDER_FITS_DESTINATION = Check.hard(
            "INV-39",
            "The discharge goes to the destination that the order names.",
            (state, command, given) -> recovery(state, command)
                    .last(DischargeOrderSigned.class)
                    .filter(order -> order.destination() != command.destination())
                    .map(order -> Verdict.refused(
                            "destination",
                            "The order is for " + order.destination() + ", the entry says " + command.destination(),
                            "The operating surgeon signs an order for this destination"))
                    .orElse(Verdict.ALLOWED));

    private static Optional<DischargeOrderSigned> order(Situation on) {
        return on.recovery().last(DischargeOrderSigned.class);
    }

    static final Check<RecordEscortArrival> ESCORT_IS_NO_HIRED_DRIVER = Check.hard(
            "INV-40",
            "The driver of a taxi or a shared ride is not an escort.",
            (state, command, given) -> Verdict.refusedIf(
                    List.of(EscortKind.TAXI_DRIVER, EscortKind.RIDE_SHARE_DRIVER)
                            .contains(command.kind()),
                    "kind",
                    "A driver for hire is not an escort",
                    "Find a responsible adult, or the attending physician signs an exemption"));

    static final Condition ESCORT_IS_PRESENT = Condition.hard(
                    "INV-40",
                    "A responsible adult is present at the discharge, unless the attending physician signed an exemption.",
                    on -> {
                        Recovery recovery = on.recovery();
                        if (recovery.has(EscortExempted.class)) {
                            return Verdict.met("No escort, exempted", null);
                        }
                        if (recovery.escortPresent()) {
                            return Verdict.met(
                                    "",
                                    recovery.last(EscortArrived.class)
                                            .map(arrived -> arrived.occurredAt().toInstant())
                                            .orElse(null));
                        }
                        return Verdict.refusedIf(
                                !neverAnesthetised(on),
                                "",
                                "No responsible adult is present",
                                "Record the arrival of the escort, or the attending physician signs an exemption");
                    })
            .named("Adult")
            .fulfilledBy(RecordEscortArrival.class, ExemptEscort.class);

    static final Check<ExemptEscort> PHYSICIAN_ATTENDS = Check.hard(
            "REF-PHYSICIAN",
            "The attending physician is a surgeon of the case.",
            (state, command, given) -> Verdict.refusedIf(
                    !CaseRules.caseOf(state, command).surgeonIds().contains(command.physicianId()),
                    "physicianId",
                    command.physicianId() + " does not attend this case",
                    "A surgeon of the case must sign"));

    static final Check<ExemptEscort> PHYSICIAN_SIGNS = Check.hard(
            "INV-40",
            "The attending physician signs an exemption from the escort in his or her own name.",
            (state, command, given) -> CaseRules.signsAs(command.physicianId(), "physicianId", given));

    static final Condition INSTRUCTIONS_WERE_UNDERSTOOD = Condition.hard(
                    "INV-44",
                    "The discharge needs instructions, repeated in own words, and a follow-up appointment.",
                    on -> on.recovery()
                            .last(DischargeInstructionsGiven.class)
                            .map(DischargeRules::understood)
                            .orElseGet(() ->
                                    Verdict.refused("", "No instructions were given", "Give the written instructions")))
            .named("Teach-back")
            .fulfilledBy(GiveDischargeInstructions.class);

    private static Verdict understood(DischargeInstructionsGiven instructions) {
        Instant given = instructions.occurredAt().toInstant();
        if (!instructions.teachBack()) {
            return Verdict.failed(
                    given,
                    "The patient or the escort has not repeated the instructions in own words",
                    "Let the patient or the escort repeat them");
        }
        return instructions.followUpAt() == null
                ? Verdict.failed(
                        given,
                        "There is no follow-up appointment",
                        "Make the appointment and record it with the instructions")
                : Verdict.met("", given);
    }

    static final Condition FACILITY_ACCEPTED = Condition.hard(
                    "INV-43",
                    "The after-care facility has accepted the patient before the discharge to it.",
                    DischargeRules::accepted)
            .named("Bed")
            .fulfilledBy(ReserveAftercare.class);

    private static Verdict accepted(Situation on) {
        if (intended(on).orElse(null) != DischargeDestination.AFTERCARE_FACILITY) {
            return Verdict.ALLOWED;
        }
        AftercareBedReserved bed =
                on.state().schedule().readinessFor(on.theStage()).bed();
        if (bed == null) {
            return Verdict.refused(
                    "",
                    "The patient is to go to an after-care facility and no bed is reserved",
                    "Reserve a bed, or the surgeon signs an order for another destination");
        }
        if (!covers(bed, on.at())) {
            return Verdict.refused(
                    "",
                    "The bed is reserved from " + bed.from() + " to " + bed.until(),
                    "Reserve the bed for the time of the discharge");
        }
        return Verdict.refusedIf(
                hasFlap(on) && !bed.flapMonitoringCapable(),
                "",
                "The facility of the reserved bed cannot watch flaps",
                "Reserve a bed in a facility that can watch flaps");
    }

    private static boolean covers(AftercareBedReserved bed, OffsetDateTime at) {
        return !at.isBefore(bed.from()) && at.isBefore(bed.until());
    }

    /** Where the patient is to go: as ordered, or while nothing is, as the watch of the flap is planned. */
    private static Optional<DischargeDestination> intended(Situation on) {
        return order(on)
                .map(DischargeOrderSigned::destination)
                .or(() -> flapWatch(on).last(FlapMonitoringPlanned.class).map(FlapMonitoringPlanned::destination));
    }

    static final Check<DischargePatient> BED_IS_IN_THE_FACILITY = Check.hard(
            "INV-43",
            "The after-care facility has accepted the patient before the discharge.",
            (state, command, given) -> Verdict.refusedIf(
                    command.destination() == DischargeDestination.AFTERCARE_FACILITY
                            && bed(state, command).isEmpty(),
                    "facilityId",
                    "No bed is reserved in the after-care facility",
                    "Reserve a bed, or choose another destination"));

    static final Check<DischargePatient> FACILITY_CAN_WATCH_FLAPS = Check.policy(
            "INV-43",
            "After stage two the patient goes to a facility that can watch flaps.",
            (state, command, given) -> {
                boolean incapable = bed(state, command)
                        .filter(bed -> !bed.flapMonitoringCapable())
                        .isPresent();
                return Verdict.refusedIf(
                        command.destination() == DischargeDestination.AFTERCARE_FACILITY
                                && incapable
                                && state.flaps().watchedIn(state.schedule().operationOf(command.caseId())),
                        "facilityId",
                        "The facility cannot watch flaps",
                        "Reserve a bed in a facility that can watch flaps");
            });

    private static Optional<AftercareBedReserved> bed(PathwayState state, DischargePatient command) {
        Stage stage = CaseRules.caseOf(state, command).stage();
        return Optional.ofNullable(command.facilityId())
                .flatMap(facility -> state.schedule().readinessFor(stage).bedIn(facility));
    }

    private static boolean hasFlap(Situation on) {
        return on.state()
                .flaps()
                .watchedIn(on.state().schedule().operationOf(on.surgicalCase().caseId()));
    }

    /** The recovery in which the flap is watched: that of the operation that put it in, after a return to theatre too. */
    private static Recovery flapWatch(Situation on) {
        return on.state()
                .recoveries()
                .of(on.state().schedule().operationOf(on.surgicalCase().caseId()));
    }

    static final Condition FLAP_IS_WELL = Condition.policy(
                    "INV-42",
                    "After stage two the discharge needs a passing flap check in the last {flapCheckMaxAgeMinutes} minutes.",
                    on -> {
                        if (!hasFlap(on)) {
                            return Verdict.ALLOWED;
                        }
                        Optional<FlapChecked> check = flapWatch(on).last(FlapChecked.class);
                        if (check.isEmpty()) {
                            return Verdict.refused("", "The flap was not checked", "Check the flap");
                        }
                        return check.get().passing()
                                ? fresh(
                                        on,
                                        check.get().occurredAt(),
                                        on.policy().of(Threshold.FLAP_CHECK_MAX_AGE_MINUTES),
                                        "Flap check",
                                        "Check the flap")
                                : Verdict.failed(
                                        check.get().occurredAt().toInstant(),
                                        "Flap in doubt, the last check found a sign of danger",
                                        "The surgeon sees the flap");
                    })
            .named("Flap check")
            .fulfilledBy(CheckFlap.class);

    static final Condition FLAP_WATCH_IS_PLANNED = Condition.policy(
                    "INV-42",
                    "After stage two the discharge needs a plan for watching the flap at the destination.",
                    on -> hasFlap(on)
                            ? flapWatch(on)
                                    .last(FlapMonitoringPlanned.class)
                                    .map(plan -> watches(plan, order(on)))
                                    .orElseGet(() -> Verdict.refused(
                                            "", "Nobody is planned to watch the flap", "Plan the flap monitoring"))
                            : Verdict.ALLOWED)
            .named("Flap plan")
            .fulfilledBy(PlanFlapMonitoring.class);

    private static Verdict watches(FlapMonitoringPlanned plan, Optional<DischargeOrderSigned> order) {
        Instant planned = plan.occurredAt().toInstant();
        if (!plan.surgeonReachable()) {
            return Verdict.failed(
                    planned, "No surgeon is reachable at all hours", "Name a surgeon who can be called at all hours");
        }
        if (order.filter(signed -> signed.destination() != plan.destination()).isPresent()) {
            return Verdict.failed(
                    planned,
                    "The flap is planned to be watched at " + plan.destination() + ", the order is for "
                            + order.get().destination(),
                    "Plan the flap monitoring for the destination of the order");
        }
        String attestation = plan.surgeonAttestation();
        boolean nurse = plan.destination() == DischargeDestination.AFTERCARE_FACILITY
                || plan.destination() == DischargeDestination.HOME_WITH_NURSE;
        return nurse || (attestation != null && !attestation.isBlank())
                ? Verdict.met("", planned)
                : Verdict.failed(
                        planned,
                        "At " + plan.destination() + " no nurse watches the flap and no surgeon attested it",
                        "Choose a destination with a nurse, or the surgeon attests in the monitoring plan");
    }

    public static final Condition PATIENT_HAS_LEFT = Condition.hard(
                    "SEQ-DISCHARGE",
                    "A patient arrives at the destination after the discharge.",
                    on -> Verdict.refusedIf(
                            !on.recovery().hasLeft(),
                            "",
                            "The patient has not left the surgery centre",
                            "Record the discharge first"))
            .fulfilledBy(DischargePatient.class);

    public static final Condition PATIENT_WAS_TRANSFERRED = Condition.hard(
            "SEQ-TRANSFER",
            "A patient leaves the hospital after a transfer to it.",
            on -> Verdict.refusedIf(
                    !on.recovery().has(UnplannedTransferOccurred.class),
                    "",
                    "The patient was not transferred to a hospital",
                    "Record the transfer first"));
}
