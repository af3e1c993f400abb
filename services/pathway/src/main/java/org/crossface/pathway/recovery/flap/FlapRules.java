package org.crossface.pathway.recovery.flap;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.events.DrugGiven;
import org.crossface.pathway.surgery.transfer.RecordReperfusion;
import org.crossface.pathway.surgery.vocabulary.DrugPurpose;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the watch over the flap. */
final class FlapRules {

    private FlapRules() {}

    static final Condition FLAP_HAS_BLOOD = Condition.hard(
                    "INV-46", "A flap is watched from its reperfusion on.", on -> {
                        OffsetDateTime reperfused =
                                flapOf(on.state(), on.caseId()).reperfusedAt();
                        if (reperfused == null) {
                            return Verdict.refused(
                                    "", "No flap of this case is reperfused", "Record the reperfusion first");
                        }
                        return Verdict.refusedIf(
                                on.at().isBefore(reperfused),
                                "occurredAt",
                                "This time is before the reperfusion",
                                "Give the time at which it happened");
                    })
            .fulfilledBy(RecordReperfusion.class);

    /** A flap is watched in the case of the operation that put it in, after a return to theatre too. */
    private static String operation(PathwayState state, @Nullable String caseId) {
        return state.schedule().operationOf(String.valueOf(caseId));
    }

    private static MuscleFlap flapOf(PathwayState state, @Nullable String caseId) {
        return state.flaps().ofCase(operation(state, caseId)).orElseGet(MuscleFlap::none);
    }

    /** How the flap of a case fares. */
    private static FlapCondition conditionOf(PathwayState state, @Nullable String caseId) {
        return flapOf(state, caseId).condition();
    }

    static final Check<CheckFlap> LOST_FLAP_HAS_NO_SIGNAL =
            Check.hard("INV-46", "A lost flap has no signal.", (state, command, given) -> {
                boolean lost = conditionOf(state, command.caseId()) == FlapCondition.LOST;
                return Verdict.refusedIf(
                        lost && command.arterial() != ArterialSignal.ABSENT,
                        "arterial",
                        "The flap was lost; the entry says " + command.arterial(),
                        "Check the entry; retract the loss if it was a mistake");
            });

    static final Condition FLAP_IS_NOT_LOST = Condition.hard(
            "SEQ-FLAP-LOST",
            "A lost flap is not assessed again.",
            on -> Verdict.refusedIf(
                    conditionOf(on.state(), on.caseId()) == FlapCondition.LOST,
                    "",
                    "The flap was lost",
                    "Retract the loss if it was a mistake"));

    static final Condition COMPROMISE_IS_OPEN =
            Condition.hard("SEQ-COMPROMISE", "A compromise is ruled out or ended after it was suspected.", on -> {
                FlapCondition condition = conditionOf(on.state(), on.caseId());
                return Verdict.refusedIf(
                        condition != FlapCondition.COMPROMISE_SUSPECTED
                                && condition != FlapCondition.COMPROMISE_CONFIRMED,
                        "",
                        "There is no open compromise of the flap",
                        "Record the check of the flap that raised the suspicion");
            });

    static final Condition NOBODY_ANSWERED_YET = Condition.hard(
            "SEQ-COMPROMISE",
            "A suspected compromise of the flap is taken over once.",
            on -> Verdict.refusedIf(
                    on.state()
                            .recoveries()
                            .of(operation(on.state(), on.caseId()))
                            .flapDoubt()
                            .filter(doubt -> !doubt.answered())
                            .isEmpty(),
                    "",
                    "No suspicion about the flap waits for an answer",
                    "Confirm the compromise or rule it out"));

    static final Condition INDEX_CASE_WAS_OPERATED = Condition.hard(
            "INV-55",
            "A return to theatre names the operation that it follows.",
            on -> Verdict.refusedIf(
                    on.operation().incisionAt().isEmpty(),
                    "caseId",
                    "The patient was not operated on in this case",
                    "Choose the index case"));

    static final Check<ReturnToTheatre> UNPLANNED_RETURN_HAS_A_REASON = Check.hard(
            "INV-55",
            "A return to theatre that was not planned names its reason.",
            (state, command, given) -> Verdict.refusedIf(
                    !command.planned()
                            && (command.reason() == null || command.reason().isBlank()),
                    "reason",
                    "The return was not planned and no reason is given",
                    "Give the reason"));

    static final Check<ReturnToTheatre> SURGEONS_OF_RETURN_ARE_KNOWN = Check.hard(
            "REF-SURGEON",
            "The surgeons of a return to theatre are known to the centre.",
            (state, command, given) -> command.surgeonIds().stream()
                    .filter(surgeon -> given.reference().practitioner(surgeon).isEmpty())
                    .findFirst()
                    .map(surgeon ->
                            Verdict.refused("surgeonIds", surgeon + " is not known", "Choose the surgeons who operate"))
                    .orElse(Verdict.ALLOWED));

    static final Check<PlanFlapMonitoring> PLANNED_FACILITY_CAN_WATCH_FLAPS = Check.policy(
            "INV-43", "A flap is watched in an after-care facility that can watch flaps.", (state, command, given) -> {
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
                        "Choose a facility that can watch flaps");
            });

    static final Check<PlanFlapMonitoring> PLAN_NAMES_THE_ANTICOAGULATION = Check.hard(
            "SEQ-ANTICOAGULATION",
            "The plan of the flap's monitoring names what is given to keep the joined vessels open.",
            (state, command, given) -> {
                boolean isGiven =
                        state.operations().of(operation(state, command.caseId())).all(DrugGiven.class).stream()
                                .anyMatch(drug -> drug.purpose() == DrugPurpose.ANASTOMOSIS
                                        && drug.until() != null
                                        && !drug.until().isBefore(state.dayOf(command.occurredAt())));
                return Verdict.refusedIf(
                        isGiven
                                && (command.anticoagulation() == null
                                        || command.anticoagulation().isBlank()),
                        "anticoagulation",
                        "A drug that keeps the joined vessels open is given and not named",
                        "Name the drug, its dose and its last day");
            });
}
