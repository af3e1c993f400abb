package org.crossface.pathway.followup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.SiteCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The offsets of every row, written from the clinical reference, section 3, and not from the code: a start on Monday 2025-03-03, at 10:00 where the
 * row counts from a moment, and when the row is due and overdue, by the clock of the centre. A row with several clocks has a line for each.
 */
class RowVectorsTest {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Offset.Ruler RULER =
            new Offset.Ruler(Policy.defaults(), PACIFIC, SiteCalendar.mondayToFriday());

    /** Row, name where the row has several clocks, start, due, overdue; {@code never} where it cannot be overdue. */
    private static final String VECTORS = """
            T-01 |  | 2025-03-03 | 2025-03-05T00:00 | 2025-03-10T00:00
            T-02 |  | 2025-03-03 | 2025-03-17T00:00 | 2025-03-31T00:00
            T-03 |  | 2025-03-03 | 2025-03-06T00:00 | 2025-03-12T00:00
            T-04 |  | 2025-03-03 | 2025-03-17T00:00 | 2025-03-31T00:00
            T-05 |  | 2025-03-03 | 2025-03-03T00:00 | 2025-03-17T00:00
            T-06 |  | 2025-03-03 | 2025-02-17T00:00 | 2025-03-04T00:00
            T-07 |  | 2025-03-03 | 2025-02-17T00:00 | 2025-03-04T00:00
            T-08 |  | 2025-03-03 | 2025-02-24T00:00 | 2025-03-04T00:00
            T-09 |  | 2025-03-03 | 2025-03-02T00:00 | 2025-03-02T15:00
            T-10 |  | 2025-03-03 | 2025-03-02T00:00 | 2025-03-03T06:00
            T-11 |  | 2025-03-03 | 2025-02-03T00:00 | 2025-02-26T00:00
            T-12 |  | 2025-03-03T10:00 | 2025-03-02T18:00 | never
            T-13 |  | 2025-03-03T10:00 | 2025-03-03T09:30 | 2025-03-03T10:00
            T-14 |  | 2025-03-03T10:00 | 2025-03-04T10:00 | 2025-03-06T10:00
            T-15 |  | 2025-03-03T10:00 | 2025-03-03T13:00 | 2025-03-03T16:00
            T-16 |  | 2025-03-03T10:00 | 2025-03-04T06:00 | 2025-03-04T10:00
            T-17 | Day-one call | 2025-03-03T10:00 | 2025-03-04T18:00 | 2025-03-04T22:00
            T-17 | Day-one call, same evening | 2025-03-03T10:00 | 2025-03-03T18:00 | 2025-03-04T00:00
            T-18 |  | 2025-03-03 | 2025-03-10T00:00 | 2025-03-15T00:00
            T-19 |  | 2025-03-03 | 2025-03-03T00:00 | 2025-03-07T00:00
            T-19b |  | 2025-03-03 | 2025-03-03T00:00 | 2025-03-09T00:00
            T-20 | Healthy side of the face | 2025-03-03 | 2025-03-17T00:00 | 2025-03-31T00:00
            T-20 | Healthy side of the face, again | 2025-03-03 | 2025-06-01T00:00 | 2025-06-15T00:00
            T-21 | Sensation of the leg | 2025-03-03 | 2025-04-02T00:00 | 2025-05-02T00:00
            T-21 | Sensation of the leg, again | 2025-03-03 | 2025-08-30T00:00 | 2025-09-29T00:00
            T-22 |  | 2025-03-03 | 2025-06-03T00:00 | 2025-07-01T00:00
            T-23 |  | 2025-03-03 | 2025-09-03T00:00 | 2025-10-01T00:00
            T-24 |  | 2025-03-03 | 2025-12-03T00:00 | 2025-12-31T00:00
            T-25 |  | 2025-03-03 | 2025-02-01T00:00 | 2025-03-04T00:00
            T-26 |  | 2025-03-03 | 2025-03-03T00:00 | 2025-03-10T00:00
            T-27 |  | 2025-03-03 | 2025-04-17T00:00 | 2025-06-01T00:00
            T-28 |  | 2025-03-03 | 2025-02-17T00:00 | 2025-02-28T00:00
            T-29 |  | 2025-03-03T10:00 | 2025-03-03T10:00 | 2025-03-03T10:15
            T-30 |  | 2025-03-03T10:00 | 2025-03-03T10:15 | 2025-03-03T10:15
            T-31 |  | 2025-03-03T10:00 | 2025-03-03T11:00 | 2025-03-03T11:30
            T-32 |  | 2025-03-03 | 2025-03-10T00:00 | 2025-03-13T00:00
            T-33 | Answer red flag, emergency | 2025-03-03T10:00 | 2025-03-03T10:15 | 2025-03-03T10:15
            T-33 | Answer red flag | 2025-03-03T10:00 | 2025-03-03T11:00 | 2025-03-03T11:00
            T-33 | Answer red flag, lower level | 2025-03-03T10:00 | 2025-03-03T14:00 | 2025-03-03T14:00
            T-33 | Answer red flag, routine | 2025-03-03 | 2025-03-04T00:00 | 2025-03-04T00:00
            T-34 | Visit after stage two, first | 2025-03-03 | 2025-03-10T00:00 | 2025-03-17T00:00
            T-34 | Visit after stage two, second | 2025-03-03 | 2025-03-17T00:00 | 2025-03-24T00:00
            T-34 | Visit after stage two, third | 2025-03-03 | 2025-04-02T00:00 | 2025-04-09T00:00
            T-34 | Visit after stage two, fourth | 2025-03-03 | 2025-06-01T00:00 | 2025-06-08T00:00
            T-35 |  | 2025-03-03 | 2025-06-01T00:00 | never
            T-40 |  | 2025-03-03 | 2025-03-17T00:00 | 2025-04-14T00:00
            T-41 | Therapy session | 2025-03-03 | 2025-03-03T00:00 | 2025-03-17T00:00
            T-41 | Call about missed sessions | 2025-03-03 | 2025-03-03T00:00 | 2025-03-17T00:00
            T-42 |  | 2025-03-03 | 2025-04-03T00:00 | 2025-04-17T00:00
            T-43 |  | 2025-03-03 | 2025-12-03T00:00 | 2026-01-03T00:00
            T-44 |  | 2025-03-03 | 2026-09-03T00:00 | 2026-10-03T00:00
            T-45 | First movement | 2025-03-03 | 2025-11-03T00:00 | 2025-12-03T00:00
            T-45 | First movement, masseteric nerve | 2025-03-03 | 2025-06-03T00:00 | 2025-09-03T00:00
            T-46 | Examine a muscle that does not move | 2025-03-03 | 2026-03-03T00:00 | 2026-04-03T00:00
            T-46 | Examine a muscle that does not move, masseteric nerve | 2025-03-03 | 2025-09-03T00:00 | 2025-10-03T00:00
            T-47 | Decide on a muscle that does not move | 2025-03-03 | 2026-09-03T00:00 | 2026-09-17T00:00
            T-47 | Decide on a muscle that does not move, masseteric nerve | 2025-03-03 | 2025-12-03T00:00 | 2025-12-17T00:00
            T-48 |  | 2025-03-03 | 2025-03-03T00:00 | 2025-04-17T00:00
            T-49 |  | 2025-03-03 | 2025-03-03T00:00 | 2025-04-17T00:00
            T-50 |  | 2025-03-03 | 2025-03-03T00:00 | 2025-04-17T00:00
            T-51 |  | 2025-03-03 | 2025-03-03T00:00 | 2025-04-17T00:00
            T-52 |  | 2025-03-03 | 2025-03-03T00:00 | 2025-04-17T00:00
            T-53 |  | 2025-03-03 | 2027-03-03T00:00 | 2027-06-03T00:00
            T-54 | Reach a patient who missed a visit | 2025-03-03 | 2025-03-03T00:00 | 2025-04-02T00:00
            T-54 | Reach a patient who missed a visit, again | 2025-03-03 | 2025-03-13T00:00 | 2025-04-02T00:00
            T-54 | Write to a patient who missed a visit | 2025-03-03 | 2025-03-23T00:00 | 2025-04-02T00:00
            T-54 | Declare lost or go on | 2025-03-03 | 2025-04-02T00:00 | never
            T-55 |  | 2025-03-03 | 2025-03-10T00:00 | 2025-04-02T00:00
            T-56 |  | 2025-03-03 | 2025-03-10T00:00 | 2025-04-02T00:00
            T-57 |  | 2025-03-03 | 2025-03-06T00:00 | 2025-03-17T00:00
            T-58 |  | 2025-03-03 | 2031-03-03T00:00 | never
            """;

    record Vector(String code, String name, String start, String due, String overdue) {

        static Vector of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Vector(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        }

        boolean isOf(Timer timer) {
            return timer.code().equals(code) && (name.isEmpty() || timer.name().equals(name));
        }

        Moment begin() {
            return start.contains("T")
                    ? Moment.at(LocalDateTime.parse(start).atZone(PACIFIC).toInstant(), PACIFIC)
                    : Moment.on(LocalDate.parse(start), PACIFIC);
        }
    }

    static Stream<Vector> vectors() {
        return VECTORS.lines().filter(line -> !line.isBlank()).map(Vector::of);
    }

    private static String local(Moment moment) {
        return moment.at().atZone(PACIFIC).toLocalDateTime().toString();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aRowIsDueAndOverdueAsTheReferenceSays(Vector vector) {
        List<Timer> timers = Timers.ALL.stream().filter(vector::isOf).toList();
        assertThat(timers).as("one clock").hasSize(1);
        Timer timer = timers.getFirst();
        assertThat(local(timer.due().from(vector.begin(), RULER))).as("due").isEqualTo(vector.due());
        if (vector.overdue().equals("never")) {
            assertThat(timer.overdue()).isNull();
        } else {
            assertThat(local(requireNonNull(timer.overdue()).from(vector.begin(), RULER)))
                    .as("overdue")
                    .isEqualTo(vector.overdue());
        }
    }

    @Test
    void everyClockOfEveryRowHasAVector() {
        List<Vector> vectors = vectors().toList();
        assertThat(Timers.ALL.stream().filter(timer -> timer.code().startsWith("T-")))
                .allSatisfy(timer -> assertThat(vectors.stream().filter(each -> each.isOf(timer)))
                        .as(timer.toString())
                        .hasSize(1));
    }
}
