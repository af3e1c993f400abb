package org.crossface.web.pages.today;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.theatre.TheatreCase;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;

/**
 * Actual or expected times of a case. An expected time is the planned one plus the delay of the cases before it in the same room.
 *
 * @param start actual or expected time of entering theatre
 * @param end actual or expected time of leaving theatre
 * @param delay delay against the plan; zero if on time or early
 * @param pushed whether the case has not begun and the case before it delays it
 */
record Course(TheatreCase theatre, Instant start, Instant end, Duration delay, boolean pushed) {

    /** @param cases the cases of a day, sorted by room and planned start */
    static List<Course> of(List<TheatreCase> cases, Instant now, Policy policy) {
        Duration turnover = policy.durationOf(Threshold.TURNOVER_MINUTES);
        Duration tolerance = policy.durationOf(Threshold.CASE_LATE_MINUTES);
        Map<String, Instant> free = new HashMap<>();
        List<Course> courses = new ArrayList<>();
        for (TheatreCase each : cases) {
            Instant roomFree = free.getOrDefault(each.room(), Instant.MIN);
            Course course = of(each, now, roomFree, tolerance);
            free.put(each.room(), course.end().plus(turnover));
            courses.add(course);
        }
        return courses;
    }

    private static Course of(TheatreCase each, Instant now, Instant roomFree, Duration tolerance) {
        Duration planned = Duration.between(each.plannedStart(), each.plannedEnd());
        Instant entered = each.enteredAt();
        Instant left = each.leftAt();
        if (entered == null) {
            boolean pushed = roomFree.isAfter(each.plannedStart().plus(tolerance));
            Instant start = pushed ? roomFree : each.plannedStart();
            boolean missed = each.recoveryAt() == null && each.endedAs() == null && now.isAfter(start);
            Instant expected = missed ? now : start;
            return new Course(
                    each, expected, expected.plus(planned), late(each.plannedStart(), expected, tolerance), pushed);
        }
        if (left != null) {
            return new Course(each, entered, left, late(each.plannedEnd(), left, tolerance), false);
        }
        Instant end = entered.plus(planned);
        Instant expected = now.isAfter(end) ? now : end;
        return new Course(each, entered, expected, late(each.plannedEnd(), expected, tolerance), false);
    }

    private static Duration late(Instant planned, Instant actual, Duration tolerance) {
        Duration delay = Duration.between(planned, actual);
        return delay.compareTo(tolerance) > 0 ? delay : Duration.ZERO;
    }

    boolean isLate() {
        return delay.isPositive();
    }

    boolean isInTheatre() {
        return theatre.enteredAt() != null && theatre.leftAt() == null && theatre.endedAs() == null;
    }
}
