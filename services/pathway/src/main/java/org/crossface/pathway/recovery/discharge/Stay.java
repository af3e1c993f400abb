package org.crossface.pathway.recovery.discharge;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Stage;

/**
 * A stay in the surgery centre, computed when it ends and never entered (INV-45).
 *
 * @param sameCalendarDay whether it began and ended on the same day of the facility
 * @param minutes from admission to the end, by the clock and not by the calendar
 */
public record Stay(Stage stage, boolean sameCalendarDay, int minutes) {

    public static Stay until(PathwayState state, CaseCommand leaving) {
        PatientAdmitted admission = state.operations()
                .of(leaving.caseId())
                .last(PatientAdmitted.class)
                .orElseThrow();
        return between(
                admission.stage(),
                admission.occurredAt(),
                leaving.occurredAt(),
                ZoneId.of(state.intake().zone()));
    }

    static Stay between(Stage stage, OffsetDateTime admitted, OffsetDateTime left, ZoneId zone) {
        boolean sameDay = admitted.atZoneSameInstant(zone)
                .toLocalDate()
                .equals(left.atZoneSameInstant(zone).toLocalDate());
        return new Stay(stage, sameDay, (int) Duration.between(admitted, left).toMinutes());
    }
}
