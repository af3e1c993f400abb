package org.crossface.coordination.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.crossface.pathway.followup.Moment;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timer;
import org.crossface.pathway.followup.Timers;
import org.crossface.pathway.oversight.Handling;
import org.junit.jupiter.api.Test;

/** Cards count in days: what becomes overdue at an hour is called overdue from the next day on. */
class TaskRowTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Timer ANY = Timers.ALL.getFirst();

    private static TaskRow row(Moment due, Moment overdue) {
        return TaskRow.of(
                new OpenTask(ANY, "", "Review", null, null, due, overdue, List.of(), null, "", Handling.NONE));
    }

    private static Moment at(Duration afterNoon) {
        return Moment.at(NOON.plus(afterNoon), ZoneOffset.UTC);
    }

    @Test
    void whatIsOverdueTonightIsNotOverdueToday() {
        TaskRow review = row(at(Duration.ofHours(3)), at(Duration.ofHours(6)));
        assertThat(review.isDueOn(DAY)).isTrue();
        assertThat(review.isOverdueOn(DAY)).isFalse();
        assertThat(review.isOverdueOn(DAY.plusDays(1))).isTrue();
    }

    @Test
    void anEmergencyIsOverdueOnItsDay() {
        Moment answered = at(Duration.ofMinutes(15));
        assertThat(row(answered, answered).isOverdueOn(DAY)).isTrue();
    }

    @Test
    void aDayIsOverdueFromItsBeginning() {
        Moment visit = Moment.on(DAY, ZoneOffset.UTC);
        assertThat(row(visit, visit).isOverdueOn(DAY)).isTrue();
        assertThat(row(visit, visit).isOverdueOn(DAY.minusDays(1))).isFalse();
    }
}
