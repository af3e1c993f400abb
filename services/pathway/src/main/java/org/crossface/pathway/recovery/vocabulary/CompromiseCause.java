package org.crossface.pathway.recovery.vocabulary;

import java.util.Optional;

/** What threatens the flap. */
public enum CompromiseCause {
    ARTERIAL,
    VENOUS,
    HEMATOMA,
    OTHER;

    /** What the signs of a check show: a missing arterial or venous signal and a tense swelling are a compromise (P11). */
    public static Optional<CompromiseCause> of(ArterialSignal arterial, VenousSignal venous, Swelling swelling) {
        if (arterial == ArterialSignal.ABSENT) {
            return Optional.of(ARTERIAL);
        }
        if (venous == VenousSignal.ABSENT) {
            return Optional.of(VENOUS);
        }
        return swelling == Swelling.TENSE ? Optional.of(HEMATOMA) : Optional.empty();
    }
}
