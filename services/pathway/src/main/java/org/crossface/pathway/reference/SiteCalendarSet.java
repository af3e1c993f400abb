package org.crossface.pathway.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.pathway.vocabulary.SiteCalendar;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * On which days a surgery centre works from a day on; of two for one day the one that was recorded later holds.
 *
 * @param from first day; the days before it stay as they were
 * @param weekend days of the week on which the centre is closed
 * @param closedDays other days on which it is closed
 * @param effectiveFrom from when every node reckons with it
 */
@EventName("reference.site-calendar-set")
public record SiteCalendarSet(
        @Harmless String calendarSetId,
        OffsetDateTime occurredAt,
        @Harmless String siteId,
        LocalDate from,
        List<DayOfWeek> weekend,
        List<ClosedDay> closedDays,
        OffsetDateTime effectiveFrom)
        implements ReferenceEvent {

    /** Keeps its own copies. */
    public SiteCalendarSet {
        weekend = List.copyOf(weekend);
        closedDays = List.copyOf(closedDays);
    }

    /** The calendar from its first day on. */
    public SiteCalendar.Version version() {
        return new SiteCalendar.Version(
                from,
                Set.copyOf(weekend),
                closedDays.stream().map(ClosedDay::day).collect(Collectors.toSet()));
    }
}
