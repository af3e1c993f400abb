package org.crossface.pathway.followup;

import java.util.List;
import java.util.stream.Stream;

/** Every timer: the 55 rows of the clinical reference, section 3, and what it asks for outside of that table. */
public final class Timers {

    /** In the order of the reference. */
    public static final List<Timer> ALL = Stream.of(
                    ReferralTimers.ALL,
                    PreparationTimers.ALL,
                    RecoveryTimers.ALL,
                    AftercareTimers.ALL,
                    GrowthTimers.ALL,
                    MuscleTimers.ALL,
                    OversightTimers.ALL,
                    LossTimers.ALL)
            .flatMap(List::stream)
            .toList();

    private Timers() {}

    /** What people read for this row of the reference; the row itself if this release has no such timer. */
    public static String name(String code) {
        return ALL.stream()
                .filter(timer -> timer.code().equals(code))
                .map(Timer::name)
                .findFirst()
                .orElse(code);
    }
}
