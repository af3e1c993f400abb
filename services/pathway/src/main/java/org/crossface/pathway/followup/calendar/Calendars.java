package org.crossface.pathway.followup.calendar;

import java.time.ZoneId;
import org.crossface.pathway.vocabulary.SiteCalendar;

/**
 * What the days and hours of one pathway are reckoned with.
 *
 * @param zone of the surgery centre
 * @param site on which days the surgery centre works
 * @param patient where the patient is
 */
public record Calendars(ZoneId zone, SiteCalendar site, PatientZones patient) {

    /** Those of a centre without holidays and a patient who lives in its zone. */
    public static Calendars of(ZoneId zone) {
        return new Calendars(zone, SiteCalendar.mondayToFriday(), PatientZones.at(zone));
    }
}
