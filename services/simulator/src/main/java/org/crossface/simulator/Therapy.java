package org.crossface.simulator;

import static org.crossface.simulator.Staff.SURGEON;
import static org.crossface.simulator.Staff.THERAPIST;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;

/** Eighteen months of therapy, the first movement, and outcome visits to two years. */
final class Therapy {

    private static final List<Integer> VISITS = List.of(3, 6, 9, 12, 18, 24);

    private final Course course;
    private final World world;

    Therapy(Course course) {
        this.course = course;
        this.world = course.world();
    }

    /** Plans the steps after the muscle transfer. */
    void follow(LocalDate stageTwo) {
        LocalDate start = Weekdays.onOrAfter(stageTwo.plusDays(world.between(14, 30)));
        course.plan(World.at(start, "09:00"), THERAPIST, "start-rehabilitation");
        double movementMonths = course.treatment().drawMovementMonths(world);
        boolean moves = world.chance(0.94);
        LocalDate movement = Weekdays.onOrAfter(stageTwo.plusDays(Math.round(movementMonths * 30.4)));
        sessions(stageTwo, start);
        course.plan(
                World.at(Weekdays.onOrAfter(stageTwo.plusMonths(9)), "11:30"),
                THERAPIST,
                "review-therapy",
                "course",
                "AS_EXPECTED");
        if (moves) {
            firstMovement(movement);
        }
        for (int month : VISITS) {
            visit(stageTwo, month, moves, movementMonths);
        }
        LocalDate end = Weekdays.onOrAfter(stageTwo.plusMonths(18).plusDays(world.between(1, 12)));
        if (world.chance(0.2)) {
            OffsetDateTime early = World.at(Weekdays.onOrAfter(stageTwo.plusMonths(16)), "09:50");
            course.plan(early, () -> course.attempt(early, THERAPIST, "complete-rehabilitation"));
        }
        course.plan(World.at(end, "09:30"), () -> {
            course.now(
                    World.at(end, "09:30"),
                    THERAPIST,
                    "assess-outcome",
                    outcome("THERAPY_END", 18, moves, movementMonths));
            course.now(World.at(end, "09:55"), THERAPIST, "complete-rehabilitation");
        });
        complete(stageTwo, moves);
    }

    private void sessions(LocalDate stageTwo, LocalDate start) {
        for (int month = 1; month <= 17; month++) {
            LocalDate day = Weekdays.onOrAfter(start.plusDays(30L * month - 15 + world.between(-4, 4)));
            OffsetDateTime when = World.at(day, "10:30");
            if (world.chance(0.07)) {
                course.plan(when, THERAPIST, "miss-therapy-session", "reason", "PATIENT_ABSENT");
            } else {
                course.plan(
                        when,
                        THERAPIST,
                        "record-therapy-session",
                        "minutes",
                        45,
                        "modalities",
                        month < 8 ? List.of("EDUCATION", "MIRROR") : List.of("MIRROR", "BIOFEEDBACK"),
                        "tele",
                        world.chance(0.25));
            }
            course.plan(
                    when.plusMinutes(40),
                    THERAPIST,
                    "report-home-adherence",
                    "daysPerWeek",
                    world.between(3, 7),
                    "minutesPerDay",
                    world.between(10, 25));
        }
        course.stageTwoWasOn(stageTwo);
    }

    private void firstMovement(LocalDate day) {
        OffsetDateTime when = World.at(day, "14:40");
        course.plan(when, THERAPIST, "observe-first-movement", movement(day));
        if (world.chance(0.15)) {
            OffsetDateTime again = World.at(Weekdays.onOrAfter(day.plusDays(60)), "14:40");
            course.plan(
                    again,
                    () -> course.attempt(again, THERAPIST, "observe-first-movement", movement(again.toLocalDate())));
        }
    }

    private Object[] movement(LocalDate day) {
        return new Object[] {
            "seenOn",
            day.toString(),
            "observer",
            "CLINICIAN",
            "trigger",
            course.treatment().trigger(),
            "excursionMm",
            world.normal(3.0, 0.7, 1.0, 5.0, 0.1)
        };
    }

    private void visit(LocalDate stageTwo, int month, boolean moves, double movementMonths) {
        LocalDate day = Weekdays.onOrAfter(stageTwo.plusMonths(month).plusDays(world.between(0, 12)));
        OffsetDateTime when = World.at(day, "15:00");
        course.plan(when, SURGEON, "assess-outcome", outcome("M" + month, month, moves, movementMonths));
        if (month == 12) {
            course.plan(when.plusMinutes(5), () -> Mood.screen(course, when.plusMinutes(5), "MONTH_12"));
        }
        if ((month == 12 || month == 24) && course.history().agreesToPhotographs()) {
            course.plan(when.plusMinutes(10), () -> Pictures.take(course, when.plusMinutes(10), "VIDEO"));
        }
        if (month == 24 || (month >= 12 && moves)) {
            course.plan(
                    when.plusMinutes(20),
                    SURGEON,
                    "observe-spontaneous-smile",
                    "seenOn",
                    day.toString(),
                    "stimulus",
                    "HUMOUR",
                    "degree",
                    !moves ? "NO" : month == 12 ? "PARTIAL" : "YES");
        }
    }

    private Object[] outcome(String visit, int month, boolean moves, double movementMonths) {
        double gained = moves ? Math.clamp((month - movementMonths + 2) / 14.0, 0.0, 1.0) : 0.0;
        int rise = (int) Math.round(gained * 3);
        return new Object[] {
            "visit",
            visit,
            "houseBrackmann",
            6 - rise,
            "sunnybrookResting",
            List.of(rise > 1 ? 0 : 1, 1, rise > 0 ? 0 : 1),
            "sunnybrookVoluntary",
            List.of(1 + rise, 1 + rise, 1 + rise, 1 + Math.max(0, rise - 1), 1 + Math.max(0, rise - 1)),
            "sunnybrookSynkinesis",
            List.of(0, rise > 1 ? 1 : 0, 0, 0, 0),
            "smileExcursionMm",
            Math.round((0.6 + gained * 7.2) * 10) / 10.0,
            "faceAnswers",
            answers(2 + Math.min(2, rise)),
            "satisfaction",
            5 + rise,
            "adherencePercent",
            world.between(60, 95),
            "botulinumWithinFourMonths",
            false
        };
    }

    private static List<Integer> answers(int level) {
        return Collections.nCopies(15, level);
    }

    private void complete(LocalDate stageTwo, boolean moves) {
        LocalDate day = Weekdays.onOrAfter(stageTwo.plusMonths(24).plusDays(15));
        OffsetDateTime when = World.at(day, "16:00");
        if (world.chance(0.25)) {
            OffsetDateTime early = World.at(stageTwo.plusMonths(24).minusDays(1), "16:00");
            course.plan(early, () -> course.attempt(early, SURGEON, "complete-pathway", "outcome", "GOAL_MET"));
        }
        course.plan(when, SURGEON, "complete-pathway", "outcome", moves ? "GOAL_MET" : "NOT_MET");
    }
}
