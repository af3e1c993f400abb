package org.crossface.pathway.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.pathway.vocabulary.SiteCalendar;
import org.jspecify.annotations.Nullable;

/** The calendars of the surgery centres as they were entered, straight from their stream. */
public final class StandingCalendars {

    /** Identifier of the one set of calendars. */
    public static final String ID = "site-calendars";

    private final FoldedStreams<List<SiteCalendarSet>> streams;

    /** Reads this store. */
    public StandingCalendars(EventStore events) {
        this.streams = new FoldedStreams<>(events, StandingCalendars::after);
    }

    /** Everything that was entered, in the order of recording; the same list while nothing is added. */
    public List<SiteCalendarSet> all() {
        return streams.find(ID).orElse(List.of());
    }

    /** What was entered for this centre, in the order of recording. */
    public List<SiteCalendarSet> of(String siteId) {
        return all().stream().filter(each -> each.siteId().equals(siteId)).toList();
    }

    private static List<SiteCalendarSet> after(@Nullable List<SiteCalendarSet> before, Object event) {
        List<SiteCalendarSet> all = new ArrayList<>(before == null ? List.of() : before);
        if (event instanceof SiteCalendarSet set) {
            all.add(set);
        }
        return List.copyOf(all);
    }

    /** The calendar of each centre that every node reckons with at this instant. */
    public static Map<String, SiteCalendar> inForceAt(Instant instant, List<SiteCalendarSet> entered) {
        Map<String, List<SiteCalendar.Version>> versions = new LinkedHashMap<>();
        entered.stream()
                .filter(each -> !each.effectiveFrom().toInstant().isAfter(instant))
                .forEach(each -> versions.computeIfAbsent(each.siteId(), site -> new ArrayList<>())
                        .add(each.version()));
        Map<String, SiteCalendar> calendars = new HashMap<>();
        versions.forEach((site, all) -> calendars.put(site, calendar(all)));
        return Map.copyOf(calendars);
    }

    /** Before the first day that was entered the centre works from Monday to Friday, as it did without a calendar. */
    private static SiteCalendar calendar(List<SiteCalendar.Version> entered) {
        List<SiteCalendar.Version> all =
                new ArrayList<>(SiteCalendar.mondayToFriday().versions());
        all.addAll(entered);
        return new SiteCalendar(all);
    }
}
