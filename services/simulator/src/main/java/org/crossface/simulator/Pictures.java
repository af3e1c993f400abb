package org.crossface.simulator;

import static org.crossface.simulator.Staff.SURGEON;

import java.time.OffsetDateTime;
import java.util.List;

/** Photographs and videos of patients who agreed to them (INV-66). */
final class Pictures {

    private static final List<String> POSES = List.of("REST", "GENTLE_SMILE", "FULL_SMILE", "EYE_CLOSURE", "PUCKER");

    private Pictures() {}

    /** Takes them. */
    static void take(Course course, OffsetDateTime when, String kind) {
        course.now(
                when,
                SURGEON,
                "capture-media",
                "kind",
                kind,
                "poses",
                POSES,
                "fileRef",
                "pictures/" + course.patientId() + "/" + when.toLocalDate());
    }
}
