package org.crossface.pathway.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A fact that a second clinician has to confirm in his or her own name before it counts. Until then it is on record and the state
 * shows it as waiting, but nothing follows from it.
 */
public interface NeedsSecondPerson extends PathwayEvent {

    /** Whether this one does: a confirmation by EMG, say, needs nobody else. */
    boolean needsSecondPerson();

    /** Who has to confirm it; {@code null} when any clinician may but the one who recorded it. */
    @Nullable
    String secondPerson();

    /** Who recorded it; {@code null} when the fact does not tell, and then names the second person. */
    @Nullable
    String firstPerson();

    /** Whether this person may confirm it. */
    default boolean mayBeConfirmedBy(String personId) {
        String second = secondPerson();
        return second == null ? !personId.equals(firstPerson()) : personId.equals(second);
    }
}
