package org.crossface.pathway.followup.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;

/**
 * The hours of a day in which a patient is called or written to, by the clock where the patient is (clinical reference, section 3).
 *
 * @param opens first minute
 * @param closes first minute after it
 */
public record ContactWindow(LocalTime opens, LocalTime closes) {

    /**
     * Checks that it is open for some time.
     *
     * @throws IllegalArgumentException if it closes before it opens
     */
    public ContactWindow {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("A contact window opens before it closes");
        }
    }

    /** The hours of this policy. */
    public static ContactWindow of(Policy policy) {
        return new ContactWindow(
                LocalTime.of(policy.of(Threshold.CONTACT_FROM_HOUR), 0),
                LocalTime.of(policy.of(Threshold.CONTACT_UNTIL_HOUR), 0));
    }

    /** Whether the patient may be contacted at this instant. */
    public boolean contains(Instant instant, PatientZones zones) {
        LocalTime time = instant.atZone(zones.at(instant)).toLocalTime();
        return !time.isBefore(opens) && time.isBefore(closes);
    }

    /**
     * The first instant from this one on at which the patient may be contacted. Each day at home is looked at by itself, since a lodging in
     * another zone begins and ends with one.
     */
    public Instant next(Instant instant, PatientZones zones) {
        LocalDate day = instant.atZone(zones.home()).toLocalDate();
        Instant from = instant;
        while (true) {
            Instant end = day.plusDays(1).atStartOfDay(zones.home()).toInstant();
            Instant found = openFrom(from.atZone(zones.on(day))).toInstant();
            if (found.isBefore(end)) {
                return found;
            }
            day = day.plusDays(1);
            from = end;
        }
    }

    private ZonedDateTime openFrom(ZonedDateTime from) {
        LocalTime time = from.toLocalTime();
        if (!time.isBefore(opens) && time.isBefore(closes)) {
            return from;
        }
        LocalDate day =
                time.isBefore(opens) ? from.toLocalDate() : from.toLocalDate().plusDays(1);
        return day.atTime(opens).atZone(from.getZone());
    }
}
