package org.crossface.pathway.reference.registration;

import static org.crossface.pathway.Histories.time;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.HeldReservations;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.reference.ClosedDay;
import org.crossface.pathway.reference.SiteCalendarSet;
import org.crossface.pathway.reference.StandingCalendars;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CalendarSetTest {

    private static final OffsetDateTime NOW = time("2024-11-01T09:00");
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final ClosedDay FOURTH = new ClosedDay(LocalDate.of(2025, 7, 4), "Independence Day");

    private static ResultValidator<CalendarSet> set(
            String id, String site, List<DayOfWeek> weekend, ClosedDay... closed) {
        AggregateTestFixture<CalendarSet> fixture = new AggregateTestFixture<>(CalendarSet.class);
        fixture.registerParameterResolverFactory(new CircumstancesResolver(
                Clock.fixed(NOW.toInstant(), ZoneOffset.UTC),
                at -> Policy.defaults(),
                new PathwayFixture.KnownReference(),
                new HeldReservations(),
                () -> "id"));
        return fixture.givenNoPriorActivity()
                .when(
                        new SetSiteCalendar(id, NOW, site, FROM, weekend, List.of(closed)),
                        PathwayFixture.as(Role.ADMINISTRATOR));
    }

    @Test
    void aCalendarTakesEffectWhenEveryNodeHasReadIt() {
        set(StandingCalendars.ID, "site-bayview", WEEKEND, FOURTH)
                .expectEvents(new SiteCalendarSet(
                        StandingCalendars.ID,
                        NOW,
                        "site-bayview",
                        FROM,
                        WEEKEND,
                        List.of(FOURTH),
                        NOW.plus(Policies.ANNOUNCED_BEFORE)));
    }

    @Test
    @Tag("REF-CALENDAR-SET")
    void thereIsOneSetOfCalendars() {
        set("another", "site-bayview", WEEKEND).expectException(Refused.by("REF-CALENDAR-SET", "calendarSetId"));
    }

    @Test
    @Tag("REF-SITE")
    void aCalendarBelongsToASurgeryCentreThatExists() {
        set(StandingCalendars.ID, "site-nowhere", WEEKEND).expectException(Refused.by("REF-SITE", "siteId"));
    }

    @Test
    @Tag("CALENDAR-DAYS")
    void aClosedDayBeforeTheFirstDayIsRefused() {
        set(StandingCalendars.ID, "site-bayview", WEEKEND, new ClosedDay(FROM.minusDays(1), "Old"))
                .expectException(Refused.by("CALENDAR-DAYS", "closedDays"));
    }
}
