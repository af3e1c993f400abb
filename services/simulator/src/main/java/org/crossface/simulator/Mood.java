package org.crossface.simulator;

import static org.crossface.simulator.Staff.SURGEON;

import java.time.OffsetDateTime;
import java.util.List;

/** The screening for low mood. */
final class Mood {

    private Mood() {}

    /** Asks the two questions, of adults and of older children; who answers them with yes is talked to. */
    static void screen(Course course, OffsetDateTime when, String occasion) {
        if (course.ageOn(when.toLocalDate()) < 12) {
            return;
        }
        World world = course.world();
        boolean low = course.history().lowMood() && (occasion.equals("EVALUATION") || world.chance(0.5));
        course.now(
                when,
                SURGEON,
                "screen-mood",
                "occasion",
                occasion,
                "phq2",
                low ? List.of(2, world.between(1, 3)) : List.of(world.between(0, 1), world.between(0, 1)));
        if (low) {
            course.now(
                    when.plusMinutes(1),
                    SURGEON,
                    "follow-up-mood",
                    "step",
                    world.oneOf(List.of("TALKED_TO_PATIENT", "REFERRED", "ALREADY_IN_TREATMENT")));
        }
    }
}
