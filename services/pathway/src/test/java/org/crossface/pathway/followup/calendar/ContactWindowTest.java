package org.crossface.pathway.followup.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ContactWindowTest {

    private static final ContactWindow WINDOW = ContactWindow.of(Policy.defaults());
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> name.contains("/"))
            .sorted()
            .toList();

    private static ZoneId zone(Random random) {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    @RepeatedTest(300)
    void theNextInstantIsTheFirstOneWithinTheWindowByTheClockOfThePatient() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Instant asked = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextLong(4L * 365 * 86_400));
        LocalDate away = asked.atZone(ZoneId.of("UTC")).toLocalDate().plusDays(random.nextInt(4) - 2L);
        PatientZones zones = new PatientZones(
                zone(random), List.of(new PatientZones.Lodging(away, away.plusDays(random.nextInt(3)), zone(random))));
        Instant next = WINDOW.next(asked, zones);
        assertThat(WINDOW.contains(next, zones)).as("seed %d", seed).isTrue();
        assertThat(next).as("seed %d", seed).isAfterOrEqualTo(asked);
        assertThat(WINDOW.next(next, zones))
                .as("seed %d: once found it stays", seed)
                .isEqualTo(next);
        assertThat(Stream.iterate(asked, each -> each.isBefore(next), each -> each.plus(Duration.ofMinutes(10)))
                        .filter(each -> WINDOW.contains(each, zones)))
                .as("seed %d: nothing earlier", seed)
                .isEmpty();
    }

    @Test
    void theHoursAreThoseOfTheDayAlsoWhenItHasTwentyThreeOrTwentyFiveOfThem() {
        PatientZones pacific = PatientZones.at(ZoneId.of("America/Los_Angeles"));
        assertThat(WINDOW.next(Instant.parse("2026-03-08T03:00:00Z"), pacific))
                .as("19:00 on the evening before the night of 23 hours")
                .isEqualTo("2026-03-08T16:00:00Z");
        assertThat(WINDOW.next(Instant.parse("2026-11-01T02:00:00Z"), pacific))
                .as("19:00 on the evening before the night of 25 hours")
                .isEqualTo("2026-11-01T17:00:00Z");
    }

    @Test
    void whoLodgesElsewhereIsCalledByTheClockThere() {
        PatientZones zones = new PatientZones(
                ZoneId.of("America/New_York"),
                List.of(new PatientZones.Lodging(
                        LocalDate.of(2025, 10, 7), LocalDate.of(2025, 10, 14), ZoneId.of("America/Los_Angeles"))));
        assertThat(WINDOW.next(Instant.parse("2025-10-08T13:30:00Z"), zones)).isEqualTo("2025-10-08T16:00:00Z");
        assertThat(WINDOW.next(Instant.parse("2025-10-20T13:30:00Z"), zones)).isEqualTo("2025-10-20T13:30:00Z");
    }

    @Test
    void itOpensBeforeItCloses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContactWindow(LocalTime.of(19, 0), LocalTime.of(9, 0)));
    }
}
