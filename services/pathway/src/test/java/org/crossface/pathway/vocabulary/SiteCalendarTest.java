package org.crossface.pathway.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SiteCalendarTest {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Weekends and holidays of any kind, with a change on a day. */
    private static SiteCalendar random(Random random) {
        List<SiteCalendar.Version> versions = Stream.of(LocalDate.of(2025, 1, 1), day(random))
                .map(from -> new SiteCalendar.Version(
                        from,
                        Stream.of(DayOfWeek.values())
                                .limit(6)
                                .filter(each -> random.nextInt(3) == 0)
                                .collect(Collectors.toSet()),
                        random.ints(60, 0, 900)
                                .mapToObj(LocalDate.of(2025, 1, 1)::plusDays)
                                .collect(Collectors.toSet())))
                .toList();
        return new SiteCalendar(versions);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(800));
    }

    @RepeatedTest(200)
    void soManyBusinessDaysLieBetweenADayAndTheOneThatIsReckoned() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        SiteCalendar calendar = random(random);
        LocalDate from = day(random);
        int days = random.nextInt(30);
        LocalDate reached = calendar.plusBusinessDays(from, days);
        assertThat(from.plusDays(1).datesUntil(reached.plusDays(1)).filter(calendar::isBusinessDay))
                .as("seed %d", seed)
                .hasSize(days);
        assertThat(days == 0 || calendar.isBusinessDay(reached))
                .as("seed %d", seed)
                .isTrue();
        assertThat(calendar.plusBusinessDays(reached, 3))
                .as("seed %d", seed)
                .isEqualTo(calendar.plusBusinessDays(from, days + 3));
    }

    @Test
    void aWeekendAndAHolidayAreNoBusinessDays() {
        SiteCalendar calendar = new SiteCalendar(
                List.of(new SiteCalendar.Version(LocalDate.EPOCH, WEEKEND, Set.of(LocalDate.of(2025, 7, 4)))));
        assertThat(calendar.plusBusinessDays(LocalDate.of(2025, 7, 2), 2)).isEqualTo("2025-07-07");
        assertThat(SiteCalendar.mondayToFriday().plusBusinessDays(LocalDate.of(2025, 7, 2), 2))
                .isEqualTo("2025-07-04");
    }

    @Test
    void aNewVersionLeavesTheDaysBeforeItAsTheyWere() {
        LocalDate from = LocalDate.of(2025, 6, 1);
        SiteCalendar calendar = new SiteCalendar(List.of(
                new SiteCalendar.Version(from, EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), Set.of()),
                new SiteCalendar.Version(LocalDate.EPOCH, WEEKEND, Set.of())));
        assertThat(calendar.isBusinessDay(LocalDate.of(2025, 5, 30)))
                .as("a Friday before")
                .isTrue();
        assertThat(calendar.isBusinessDay(LocalDate.of(2025, 6, 6)))
                .as("a Friday after")
                .isFalse();
        assertThat(calendar.isBusinessDay(LocalDate.of(2025, 6, 8)))
                .as("a Sunday after")
                .isTrue();
    }

    @Test
    @Tag("8.4")
    void aVisitThatFallsDueOnASundayIsOfferedOnTheNextBusinessDay() {
        assertThat(SiteCalendar.mondayToFriday().nextBusinessDay(LocalDate.of(2026, 6, 7)))
                .isEqualTo("2026-06-08");
        assertThat(SiteCalendar.mondayToFriday().nextBusinessDay(LocalDate.of(2026, 6, 8)))
                .isEqualTo("2026-06-08");
    }

    @Test
    void aWeekWithoutADayToWorkOnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SiteCalendar.Version(LocalDate.EPOCH, EnumSet.allOf(DayOfWeek.class), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SiteCalendar(List.of()));
    }
}
