package org.crossface.simulator;

import static org.crossface.simulator.Staff.SURGEON;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The loss of the muscle in the second week, and a second one half a year later, driven by the masseteric nerve. */
final class SecondFlap {

    private final Course course;
    private final World world;
    private final String caseId;

    SecondFlap(Course course, String caseId) {
        this.course = course;
        this.world = course.world();
        this.caseId = caseId;
    }

    /** Plans what follows the transfer on this day. */
    void follow(LocalDate transfer) {
        LocalDate day = Weekdays.onOrAfter(transfer.plusDays(world.between(8, 11)));
        OffsetDateTime found = World.at(day, "11:30");
        course.plan(
                found,
                SURGEON,
                "check-flap",
                "caseId",
                caseId,
                "arterial",
                "ABSENT",
                "venous",
                "ABSENT",
                "swelling",
                "MILD",
                "bleeding",
                false,
                "method",
                "COLOR_DUPLEX",
                "place",
                "CLINIC");
        course.plan(found.plusMinutes(10), SURGEON, "confirm-flap-compromise", "caseId", caseId, "cause", "ARTERIAL");
        course.plan(
                found.plusMinutes(60),
                SURGEON,
                "record-flap-loss",
                "caseId",
                caseId,
                "cause",
                "ARTERIAL",
                "salvageAttempts",
                0,
                "findings",
                "No flow in the duplex scan for days; removed under local anesthesia");
        course.plan(found.plusMinutes(70), () -> recordLoss(found.plusMinutes(70)));
        LocalDate again = Weekdays.onOrAfter(day.plusDays(world.between(150, 190)));
        course.plan(World.at(again, "15:20"), () -> planSecond(World.at(again, "15:20")));
    }

    private void recordLoss(OffsetDateTime when) {
        LocalDate day = when.toLocalDate();
        String complicationId = course.now(
                        when,
                        SURGEON,
                        "record-complication",
                        "type",
                        "TOTAL_FLAP_LOSS",
                        "grade",
                        "IIIA",
                        "disability",
                        false,
                        "stage",
                        "TWO",
                        "site",
                        "FACE_PARALYSED_SIDE",
                        "onsetOn",
                        day.toString(),
                        "related",
                        "RELATED",
                        "treatment",
                        "Removed under local anesthesia")
                .body()
                .path("factIds")
                .path(0)
                .asString();
        LocalDate healed = Weekdays.onOrAfter(day.plusDays(40));
        course.plan(
                World.at(healed, "14:20"),
                SURGEON,
                "resolve-complication",
                "complicationId",
                complicationId,
                "resolvedOn",
                healed.toString());
    }

    private void planSecond(OffsetDateTime when) {
        course.treatmentIs(Treatment.MASSETERIC);
        course.takeOtherThigh();
        course.now(
                when,
                SURGEON,
                "revise-plan",
                Evaluation.plan(course, "The first muscle was lost; the masseteric nerve gives movement sooner"));
        new Preparation(course, Operation.STAGE_TWO).follow(when.toLocalDate().plusDays(world.between(7, 24)));
    }
}
