package org.crossface.simulator;

import static org.crossface.simulator.Staff.AFTERCARE_NURSE;
import static org.crossface.simulator.Staff.PACU_NURSE;

import java.time.OffsetDateTime;

/** The flap checks of the first three days. The simulator records every fourth of the hourly checks, which suffices for the board. */
final class FlapWatch {

    private FlapWatch() {}

    /** Plans the checks in the after-care facility, from the evening of the operation to 72 hours. */
    static void follow(Course course, String caseId, OffsetDateTime reperfused, OffsetDateTime closed) {
        for (int hours = 12; hours <= 72; hours += hours < 48 ? 4 : 6) {
            OffsetDateTime when =
                    reperfused.plusHours(hours).plusMinutes(course.world().between(0, 12));
            course.plan(when, AFTERCARE_NURSE, "check-flap", check(course, caseId, "AFTERCARE_FACILITY"));
        }
        for (int quarter = 1; quarter <= 4; quarter++) {
            course.plan(
                    closed.plusMinutes(15L + 15L * quarter),
                    PACU_NURSE,
                    "check-flap",
                    check(course, caseId, "RECOVERY"));
        }
    }

    /** A check with normal findings. */
    static Object[] check(Course course, String caseId, String place) {
        return new Object[] {
            "caseId",
            caseId,
            "arterial",
            "STRONG",
            "venous",
            "PRESENT",
            "swelling",
            course.world().chance(0.8) ? "MILD" : "NONE",
            "bleeding",
            false,
            "method",
            "HANDHELD_DOPPLER",
            "place",
            place
        };
    }
}
