package org.crossface.pathway.followup.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * In which zone a patient is: at home, or for some days in a lodging elsewhere.
 *
 * @param home zone of the residence
 * @param lodgings where the patient stays for some time, in the order of recording; of two for one day the later one holds
 */
public record PatientZones(ZoneId home, List<Lodging> lodgings) {

    /** Keeps its own copy. */
    public PatientZones {
        lodgings = List.copyOf(lodgings);
    }

    /**
     * A stay away from home.
     *
     * @param from first day there
     * @param until last day there; {@link LocalDate#MAX} when no end is known
     */
    public record Lodging(LocalDate from, LocalDate until, ZoneId zone) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** A patient who is at home all the time. */
    public static PatientZones at(ZoneId home) {
        return new PatientZones(home, List.of());
    }

    /** The zone of this day of the calendar. */
    public ZoneId on(LocalDate day) {
        return lodgings.reversed().stream()
                .filter(lodging -> lodging.covers(day))
                .map(Lodging::zone)
                .findFirst()
                .orElse(home);
    }

    /** The zone at this instant; which day it is tells the clock at home. */
    public ZoneId at(Instant instant) {
        return on(instant.atZone(home).toLocalDate());
    }
}
