package org.crossface.pathway.state;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.vocabulary.Stage;

/**
 * A stay in the surgery centre, computed from its admission and its end and never entered (INV-45).
 *
 * @param sameCalendarDay whether it began and ended on the same day of the facility
 * @param minutes from admission to the end, by the clock and not by the calendar
 */
public record Stay(Stage stage, boolean sameCalendarDay, int minutes) {

    /** The stay of this case that ended at this time; empty when no admission is on record. */
    public static Optional<Stay> until(PathwayState state, String caseId, OffsetDateTime left) {
        return state.admittedAt(caseId)
                .flatMap(admitted -> state.schedule()
                        .caseById(caseId)
                        .map(SurgicalCase::stage)
                        .map(stage -> between(stage, admitted, left, state.zoneAt(admitted))));
    }

    /** A stay between these times at a facility in this zone. */
    public static Stay between(Stage stage, OffsetDateTime admitted, OffsetDateTime left, ZoneId zone) {
        boolean sameDay = admitted.atZoneSameInstant(zone)
                .toLocalDate()
                .equals(left.atZoneSameInstant(zone).toLocalDate());
        return new Stay(stage, sameDay, (int) Duration.between(admitted, left).toMinutes());
    }
}
