package org.crossface.simulator;

import static org.crossface.simulator.Staff.PREOP_NURSE;
import static org.crossface.simulator.Staff.QUALITY_AUDITOR;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A consent that is read against the wrong side: the rule stops it, and quality looks into it some days later. */
final class NearMiss {

    private NearMiss() {}

    /** Plans the step that is stopped, and its review. */
    static void follow(Course course, OffsetDateTime when, Object[] wrongSide) {
        course.plan(when, () -> {
            course.attempt(when, PREOP_NURSE, "verify-consent", wrongSide);
            LocalDate day = Weekdays.onOrAfter(when.toLocalDate().plusDays(2));
            course.plan(World.at(day, "11:40"), () -> review(course, World.at(day, "11:40")));
        });
    }

    private static void review(Course course, OffsetDateTime when) {
        List<String> open = course.read(QUALITY_AUDITOR)
                .body()
                .path("concerns")
                .valueStream()
                .map(concern -> concern.path("concernId"))
                .map(JsonNode::asString)
                .toList();
        for (String concern : open) {
            course.now(
                    when,
                    QUALITY_AUDITOR,
                    "close-concern",
                    "concernId",
                    concern,
                    "finding",
                    "The sheet of the patient before lay in the folder. Stopped by the check; the folders are emptied after each case now.");
        }
    }
}
