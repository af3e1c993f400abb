package org.crossface.simulator;

import static org.crossface.simulator.Staff.AFTERCARE_NURSE;
import static org.crossface.simulator.Staff.COORDINATOR;
import static org.crossface.simulator.Staff.SURGEON;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The weeks after an operation, and then either nerve growth or therapy. */
final class FollowUp {

    /** Days after stage one at which the second test of the leg has been overdue for a while. */
    private static final int SENSATION_IS_LATE = 213;

    private final Course course;
    private final World world;
    private final Operation operation;
    private final String caseId;

    FollowUp(Course course, Operation operation, String caseId) {
        this.course = course;
        this.world = course.world();
        this.operation = operation;
        this.caseId = caseId;
    }

    /** Plans what follows an operation on this day. */
    void follow(LocalDate surgery) {
        callNextDay(surgery);
        LocalDate woundVisit = Weekdays.onOrAfter(surgery.plusDays(7));
        course.plan(World.at(woundVisit, "10:10"), AFTERCARE_NURSE, "assess-wound", wound("FACE", "IN_PLACE"));
        course.plan(
                World.at(woundVisit, "10:20"),
                AFTERCARE_NURSE,
                "assess-wound",
                wound(operation == Operation.STAGE_ONE ? "LEG" : "THIGH", "PARTLY_REMOVED"));
        if (world.chance(0.1)) {
            complication(surgery);
        }
        course.plan(
                World.at(surgery.plusDays(30), "11:00"),
                AFTERCARE_NURSE,
                "close-surveillance",
                "stage",
                operation.stage(),
                "kind",
                "SSI30",
                "outcome",
                "NONE");
        switch (operation) {
            case STAGE_ONE -> {
                healthySide(surgery.plusDays(14), "SLIGHT");
                healthySide(surgery.plusDays(90), "NONE");
                feelingOfTheFoot(surgery.plusDays(30), 40, true);
                if (!course.mishap(0.1)) {
                    feelingOfTheFoot(surgery.plusDays(180), 18, false);
                } else if (isOdd(surgery)) {
                    takeInHand(surgery.plusDays(SENSATION_IS_LATE), "T-21 " + surgery + " t21AgainDays");
                }
                new NerveGrowth(course).follow(surgery);
            }
            case STAGE_TWO -> {
                takeOut(woundVisit);
                visit(surgery.plusDays(14), "REMOVED");
                visit(surgery.plusDays(30), "REMOVED");
                if (!course.mishap(0.1)) {
                    visit(surgery.plusDays(90), "REMOVED");
                }
                if (course.fate() == Fate.SECOND_FLAP && course.treatment() == Treatment.GRAFT) {
                    new SecondFlap(course, caseId).follow(surgery);
                } else {
                    new Therapy(course).follow(surgery);
                }
            }
        }
    }

    private static boolean isOdd(LocalDate day) {
        return day.getDayOfMonth() % 2 == 1;
    }

    /** What nobody has done is taken in hand by whoever was told, and still done by nobody. */
    private void takeInHand(LocalDate day, String task) {
        course.attempt(
                World.at(Weekdays.onOrAfter(day), "16:05"),
                SURGEON,
                "acknowledge-escalation",
                "task",
                task,
                "plan",
                "The patient moved; the family doctor is asked to look");
    }

    private void callNextDay(LocalDate surgery) {
        OffsetDateTime call = World.at(surgery.plusDays(1), "10:20");
        if (isOdd(surgery)) {
            course.attempt(call.minusMinutes(75), AFTERCARE_NURSE, "claim-task", "task", "T-17 " + caseId);
        }
        if (world.chance(0.2)) {
            course.plan(
                    call.minusMinutes(70),
                    AFTERCARE_NURSE,
                    "record-contact-attempt",
                    "channel",
                    "PHONE",
                    "outcome",
                    "NO_ANSWER");
        }
        course.plan(
                call,
                AFTERCARE_NURSE,
                "complete-day-one-call",
                "stage",
                operation.stage(),
                "pain",
                world.between(1, 5),
                "nausea",
                world.between(0, 1),
                "temperatureCelsius",
                world.normal(37.0, 0.3, 36.4, 37.9, 0.1),
                "flags",
                List.of(),
                "disposition",
                "CONTINUE_AT_HOME",
                "note",
                operation == Operation.STAGE_ONE ? "Outer foot numb, as expected" : "Cheek swollen, as expected");
    }

    private void healthySide(LocalDate day, String weakness) {
        course.plan(World.at(Weekdays.onOrAfter(day), "11:40"), SURGEON, "assess-donor-face", "weakness", weakness);
    }

    /** What stays in the wounds of the transfer until the first visit. */
    private void takeOut(LocalDate day) {
        course.plan(
                World.at(day, "10:30"),
                AFTERCARE_NURSE,
                "remove-wound-material",
                "stage",
                operation.stage(),
                "sites",
                List.of("FACE", "THIGH"),
                "materials",
                List.of("DRAIN", "SUTURES", "DRESSING"));
    }

    private void feelingOfTheFoot(LocalDate day, int numbAreaCm2, boolean coldSensitive) {
        course.plan(
                World.at(Weekdays.onOrAfter(day), "11:20"),
                AFTERCARE_NURSE,
                "assess-donor-sensation",
                "numbAreaCm2",
                numbAreaCm2,
                "coldSensitive",
                coldSensitive,
                "pain",
                coldSensitive ? 1 : 0,
                "functionalLimit",
                false);
    }

    /** A visit to the surgeon after the muscle transfer. */
    private void visit(LocalDate day, String sutures) {
        course.plan(
                World.at(Weekdays.onOrAfter(day), "09:50"), AFTERCARE_NURSE, "assess-wound", wound("FACE", sutures));
    }

    private Object[] wound(String site, String sutures) {
        return new Object[] {"stage", operation.stage(), "site", site, "appearance", "CLEAN", "sutures", sutures};
    }

    private void complication(LocalDate surgery) {
        LocalDate seen = Weekdays.onOrAfter(surgery.plusDays(world.between(4, 16)));
        course.plan(World.at(seen, "14:40"), () -> {
            String id = course.now(
                            World.at(seen, "14:40"),
                            SURGEON,
                            "record-complication",
                            "type",
                            operation == Operation.STAGE_ONE ? "DONOR_SITE_SEROMA" : "DONOR_SITE_DEHISCENCE",
                            "grade",
                            "I",
                            "disability",
                            false,
                            "stage",
                            operation.stage(),
                            "site",
                            operation == Operation.STAGE_ONE ? "LEG" : "THIGH",
                            "onsetOn",
                            seen.toString(),
                            "related",
                            "RELATED",
                            "treatment",
                            "Dressings and review")
                    .body()
                    .path("factIds")
                    .path(0)
                    .asString();
            LocalDate healed = Weekdays.onOrAfter(seen.plusDays(world.between(12, 25)));
            course.plan(
                    World.at(healed, "14:40"),
                    SURGEON,
                    "resolve-complication",
                    "complicationId",
                    id,
                    "resolvedOn",
                    healed.toString());
        });
    }

    /** The nerve grows through the graft; checks follow it to the distal end. */
    static final class NerveGrowth {

        /** After the check of the sixth month and before that of the ninth. */
        private static final int DAYS_OF_CERTAIN_GROWTH = 230;

        private final Course course;
        private final World world;
        private double lastAdvanceMm;

        NerveGrowth(Course course) {
            this.course = course;
            this.world = course.world();
        }

        void follow(LocalDate stageOne) {
            if (course.mishap(0.04)) {
                withdraw(stageOne);
                return;
            }
            int latencyDays = world.between(14, 28);
            double millimetresADay = course.fate() == Fate.STAGE_TWO_ON_LAST_DAY
                    ? course.graftLengthCm() * 10 / (DAYS_OF_CERTAIN_GROWTH - latencyDays)
                    : world.normal(0.66, 0.09, 0.45, 0.9, 0.01);
            check(stageOne, 3, millimetresADay, latencyDays);
        }

        private void withdraw(LocalDate stageOne) {
            course.plan(
                    World.at(Weekdays.onOrAfter(stageOne.plusMonths(4)), "09:25"),
                    COORDINATOR,
                    "record-withdrawal",
                    "scope",
                    "WHOLE_PATHWAY",
                    "safetyFollowUpOffered",
                    true,
                    "reason",
                    "Moves abroad and continues there");
        }

        private void check(LocalDate stageOne, int month, double millimetresADay, int latencyDays) {
            LocalDate day = Weekdays.onOrAfter(stageOne.plusMonths(month).plusDays(world.between(-6, 8)));
            long days = ChronoUnit.DAYS.between(stageOne, day);
            double reach = course.graftLengthCm() * 10;
            double advance = Math.clamp(Math.rint((days - latencyDays) * millimetresADay), 0.0, reach);
            boolean atEnd = advance >= reach;
            course.plan(World.at(day, "11:10"), () -> {
                lastAdvanceMm = Math.max(lastAdvanceMm, advance);
                course.now(
                        World.at(day, "11:10"),
                        SURGEON,
                        "assess-tinel",
                        "present",
                        true,
                        "advanceMm",
                        lastAdvanceMm,
                        "atDistalEnd",
                        atEnd);
                if (atEnd && month >= 6) {
                    confirm(Weekdays.onOrAfter(day.plusDays(world.between(2, 9))));
                } else {
                    if (month == 6 && world.chance(0.2)) {
                        triesTooEarly(day);
                    }
                    check(stageOne, month + 3, millimetresADay, latencyDays);
                }
            });
        }

        /** An attempt to book stage two before the nerve has reached the distal end, which a rule refuses. */
        private void triesTooEarly(LocalDate day) {
            course.attempt(
                    World.at(day, "11:30"),
                    COORDINATOR,
                    "schedule-surgery",
                    "stage",
                    "TWO",
                    "startsAt",
                    World.at(day.plusDays(21), "07:15").toString(),
                    "estimatedMinutes",
                    470,
                    "room",
                    "OR-1",
                    "surgeonIds",
                    List.of(Staff.SURGEON_FOR_LONG_CASES));
        }

        private void confirm(LocalDate day) {
            course.plan(World.at(day, "16:20"), () -> {
                course.now(World.at(day, "16:20"), SURGEON, "confirm-neurotization", "basis", "TINEL_AT_DISTAL_END");
                new Preparation(course, Operation.STAGE_TWO).follow(day.plusDays(world.between(5, 15)));
            });
        }
    }
}
