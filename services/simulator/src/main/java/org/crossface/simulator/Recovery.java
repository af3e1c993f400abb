package org.crossface.simulator;

import static org.crossface.simulator.Staff.AFTERCARE_NURSE;
import static org.crossface.simulator.Staff.ANESTHESIOLOGIST;
import static org.crossface.simulator.Staff.PACU_NURSE;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.crossface.simulator.Theatres.Slot;

/** Recovery and same-day discharge. */
final class Recovery {

    private final Course course;
    private final World world;
    private final Operation operation;
    private final Slot slot;
    private final String caseId;

    Recovery(Course course, Operation operation, Slot slot, String caseId) {
        this.course = course;
        this.world = course.world();
        this.operation = operation;
        this.slot = slot;
        this.caseId = caseId;
    }

    /** Plans recovery and the steps after it. */
    void follow(OffsetDateTime arrival) {
        OffsetDateTime awake = wakeUp(arrival);
        if (operation == Operation.STAGE_TWO && course.fate() == Fate.RETURNS_TO_THEATRE) {
            new ReturnToTheatre(course, slot).follow(caseId, awake.plusMinutes(20));
            return;
        }
        OffsetDateTime ready =
                awake.plusMinutes(operation == Operation.STAGE_TWO ? world.between(200, 240) : minutes(130, 170));
        if (!slot.brisk() && world.chance(0.12)) {
            OffsetDateTime early = ready;
            course.plan(early.minusMinutes(5), () -> dischargeTooEarly(early));
            ready = ready.plusMinutes(75);
        }
        discharge(ready);
    }

    /** Plans the recovery after a return to theatre, and the steps after it. */
    void followReturn(OffsetDateTime arrival) {
        OffsetDateTime awake = wakeUp(arrival);
        course.plan(arrival.plusMinutes(10), PACU_NURSE, "check-flap", FlapWatch.check(course, caseId, "RECOVERY"));
        discharge(awake.plusMinutes(120));
    }

    private OffsetDateTime wakeUp(OffsetDateTime arrival) {
        plan(arrival, PACU_NURSE, "admit-to-recovery");
        plan(arrival.plusMinutes(20), PACU_NURSE, "score-aldrete", aldrete(1));
        OffsetDateTime awake = arrival.plusMinutes(minutes(50, 70));
        plan(awake, PACU_NURSE, "score-aldrete", aldrete(2));
        plan(awake.plusMinutes(10), PACU_NURSE, "enter-phase-two");
        plan(awake.plusMinutes(15), PACU_NURSE, "score-pain", "nrs", world.between(1, 5), "site", "FACE");
        return awake;
    }

    private String surgeon() {
        return Staff.userOf(slot.surgeon());
    }

    private int minutes(int low, int high) {
        return slot.brisk() ? low : world.between(low, high);
    }

    /** Nausea holds the score below the threshold: the discharge is refused and tried again later. */
    private void dischargeTooEarly(OffsetDateTime when) {
        send(when.minusMinutes(5), PACU_NURSE, "score-padss", padss(1));
        course.attempt(
                when.minusMinutes(4), PACU_NURSE, "discharge-patient", Fields.and(destination(), "caseId", caseId));
    }

    private void discharge(OffsetDateTime ready) {
        plan(
                ready.minusMinutes(35),
                surgeon(),
                "sign-discharge-order",
                "destination",
                place(),
                "surgeonId",
                slot.surgeon());
        plan(ready.minusMinutes(30), ANESTHESIOLOGIST, "evaluate-anesthesia-recovery", "fit", true);
        plan(
                ready.minusMinutes(25),
                PACU_NURSE,
                "record-escort-arrival",
                "name",
                "Companion of the patient",
                "kind",
                operation == Operation.STAGE_TWO ? "FACILITY_STAFF" : "FAMILY");
        plan(
                ready.minusMinutes(20),
                PACU_NURSE,
                "give-discharge-instructions",
                "version",
                "2024-2",
                "teachBack",
                true,
                "language",
                "en",
                "receiver",
                "FAMILY",
                "followUpAt",
                World.at(Weekdays.onOrAfter(slot.day().plusDays(7)), "10:00").toString());
        plan(ready.minusMinutes(15), PACU_NURSE, "score-padss", padss(2));
        List<Map<String, String>> medicines = course.history().reconciled(operation == Operation.STAGE_TWO);
        if (!medicines.isEmpty()) {
            plan(ready.minusMinutes(12), PACU_NURSE, "reconcile-medication", "medicines", medicines);
        }
        if (operation == Operation.STAGE_TWO) {
            plan(ready.minusMinutes(14), PACU_NURSE, "plan-flap-monitoring", flapPlan());
            plan(
                    ready.minusMinutes(13),
                    PACU_NURSE,
                    "give-drug",
                    "purpose",
                    "ANASTOMOSIS",
                    "drug",
                    "Aspirin",
                    "dose",
                    "81 mg",
                    "until",
                    slot.day().plusDays(14).toString());
            course.plan(ready.minusMinutes(8), PACU_NURSE, "check-flap", FlapWatch.check(course, caseId, "RECOVERY"));
        }
        plan(ready, PACU_NURSE, "discharge-patient", destination());
        if (operation == Operation.STAGE_TWO) {
            plan(
                    ready.plusMinutes(40),
                    AFTERCARE_NURSE,
                    "admit-to-aftercare",
                    "facilityId",
                    "facility-harbor",
                    "escort",
                    "FACILITY_STAFF");
            course.plan(
                    World.at(slot.day().plusDays(3), "11:00"),
                    AFTERCARE_NURSE,
                    "discharge-from-aftercare",
                    "caseId",
                    caseId,
                    "escort",
                    "FAMILY");
        }
        LocalDate day = slot.day();
        course.plan(ready.plusMinutes(60), () -> new FollowUp(course, operation, caseId).follow(day));
    }

    private String place() {
        return operation == Operation.STAGE_TWO ? "AFTERCARE_FACILITY" : "HOME";
    }

    private Object[] destination() {
        return operation == Operation.STAGE_TWO
                ? new Object[] {"destination", "AFTERCARE_FACILITY", "facilityId", "facility-harbor"}
                : new Object[] {"destination", "HOME"};
    }

    private static Object[] flapPlan() {
        return new Object[] {
            "destination", "AFTERCARE_FACILITY",
            "facilityId", "facility-harbor",
            "monitoredBy", "Nurse of the after-care facility",
            "method", "HANDHELD_DOPPLER",
            "surgeonReachable", true
        };
    }

    private static Object[] aldrete(int respiration) {
        return new Object[] {
            "activity",
            2,
            "respiration",
            respiration,
            "circulation",
            2,
            "consciousness",
            respiration,
            "oxygenSaturation",
            2
        };
    }

    private static Object[] padss(int nausea) {
        return new Object[] {
            "variant", "MPADSS", "vitals", 2, "activity", 2, "nausea", nausea, "pain", nausea, "bleeding", 2
        };
    }

    private void plan(OffsetDateTime when, String user, String command, Object... fields) {
        course.plan(when, user, command, Fields.and(fields, "caseId", caseId));
    }

    private void send(OffsetDateTime when, String user, String command, Object... fields) {
        course.now(when, user, command, Fields.and(fields, "caseId", caseId));
    }
}
