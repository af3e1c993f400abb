package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.surgery.FlapCondition;
import org.crossface.pathway.surgery.MuscleFlap;

/** Rules of the watch over the flap. */
final class FlapRules {

    private FlapRules() {}

    @Invariant(value = "INV-46", kind = RuleClass.HARD, says = "A flap is watched from its reperfusion on.")
    static Verdict flapHasBlood(PathwayState state, CaseCommand command, Circumstances given) {
        MuscleFlap flap = state.flap();
        OffsetDateTime reperfused = flap.reperfusedAt();
        if (!flap.caseId().equals(command.caseId()) || reperfused == null) {
            return Verdict.refused("", "No flap of this case is reperfused", "Record the reperfusion first");
        }
        return Verdict.refusedIf(
                command.occurredAt().isBefore(reperfused),
                "occurredAt",
                "This time lies before the reperfusion",
                "Give the time at which it happened");
    }

    @Invariant(value = "INV-46", kind = RuleClass.HARD, says = "A flap that was lost has no signal any more.")
    static Verdict lostFlapHasNoSignal(PathwayState state, CheckFlap command, Circumstances given) {
        boolean lost = state.flap().condition() == FlapCondition.LOST;
        return Verdict.refusedIf(
                lost && command.arterial() != ArterialSignal.ABSENT,
                "arterial",
                "The flap was lost and the entry says " + command.arterial(),
                "Check the entry; retract the loss if it was a mistake");
    }

    @Invariant(value = "SEQ-FLAP-LOST", kind = RuleClass.HARD, says = "A flap that was lost is not judged again.")
    static Verdict flapIsNotLost(PathwayState state, CaseCommand command, Circumstances given) {
        return Verdict.refusedIf(
                state.flap().condition() == FlapCondition.LOST,
                "",
                "The flap was lost",
                "Retract the loss if it was a mistake");
    }

    @Invariant(
            value = "SEQ-COMPROMISE",
            kind = RuleClass.HARD,
            says = "A compromise is ruled out or ended after it was suspected.")
    static Verdict compromiseIsOpen(PathwayState state, CaseCommand command, Circumstances given) {
        FlapCondition condition = state.flap().condition();
        return Verdict.refusedIf(
                condition != FlapCondition.COMPROMISE_SUSPECTED && condition != FlapCondition.COMPROMISE_CONFIRMED,
                "",
                "No compromise of the flap is open",
                "Record the check of the flap that raised the suspicion");
    }

    @Invariant(
            value = "INV-55",
            kind = RuleClass.HARD,
            says = "A return to theatre names its operation and, when it was not planned, its reason.")
    static Verdict returnHasIndexCaseAndReason(PathwayState state, ReturnToTheatre command, Circumstances given) {
        if (state.operations().of(command.caseId()).incisionAt().isEmpty()) {
            return Verdict.refused("caseId", "The patient was not operated on in this case", "Choose the index case");
        }
        return Verdict.refusedIf(
                !command.planned()
                        && (command.reason() == null || command.reason().isBlank()),
                "reason",
                "The return was not planned and no reason is given",
                "Give the reason");
    }

    @Invariant(
            value = "INV-43",
            kind = RuleClass.POLICY,
            says = "A flap is watched in an after-care facility that can watch flaps.")
    static Verdict plannedFacilityCanWatchFlaps(PathwayState state, PlanFlapMonitoring command, Circumstances given) {
        if (command.destination() != DischargeDestination.AFTERCARE_FACILITY) {
            return Verdict.ALLOWED;
        }
        String facility = command.facilityId();
        boolean capable = facility != null
                && given.reference()
                        .facility(facility)
                        .filter(found -> found.flapCapable())
                        .isPresent();
        return Verdict.refusedIf(
                !capable,
                "facilityId",
                facility == null ? "No facility is named" : facility + " cannot watch flaps",
                "Choose a facility that can");
    }
}
