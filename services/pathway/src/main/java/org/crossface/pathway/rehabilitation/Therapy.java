package org.crossface.pathway.rehabilitation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.crossface.pathway.rehabilitation.events.FlapFact;
import org.crossface.pathway.rehabilitation.events.HomeProgrammeAdherenceReported;
import org.crossface.pathway.rehabilitation.events.RehabilitationStarted;
import org.crossface.pathway.rehabilitation.events.TherapyReviewed;
import org.crossface.pathway.rehabilitation.events.TherapySessionAttended;
import org.crossface.pathway.rehabilitation.events.TherapySessionMissed;
import org.jspecify.annotations.Nullable;

/**
 * How the therapy went.
 *
 * @param startedAt {@code null} before it began
 * @param nextSessionOn day of the next session as the last one named it, one that was missed included; {@code null} when it named none
 * @param reports what patients told of their exercises at home, in the order of recording
 * @param reviews when somebody looked at how it goes, in the order of recording
 * @param missedInARow sessions that were missed since the last one that took place
 * @param lastMissedAt when the last of these was recorded; {@code null} while there is none
 */
public record Therapy(
        @Nullable OffsetDateTime startedAt,
        @Nullable LocalDate nextSessionOn,
        List<Adherence> reports,
        List<OffsetDateTime> reviews,
        int missedInARow,
        @Nullable OffsetDateTime lastMissedAt) {

    private static final int REPORTS_COUNTED = 4;
    private static final int DAYS_PER_WEEK = 7;
    private static final double PERCENT = 100.0;

    /** Keeps its own copies. */
    public Therapy {
        reports = List.copyOf(reports);
        reviews = List.copyOf(reviews);
    }

    /**
     * Exercises at home.
     *
     * @param daysPerWeek 0 to 7
     */
    public record Adherence(OffsetDateTime at, int daysPerWeek, int minutesPerDay) {}

    /** Before anything happened. */
    public static Therapy none() {
        return new Therapy(null, null, List.of(), List.of(), 0, null);
    }

    /** Days with exercises by the last {@value #REPORTS_COUNTED} reports, percent of all days; empty without a report. */
    public OptionalInt adherencePercent() {
        if (reports.isEmpty()) {
            return OptionalInt.empty();
        }
        double days = reports.reversed().stream()
                .limit(REPORTS_COUNTED)
                .mapToInt(Adherence::daysPerWeek)
                .average()
                .orElse(0);
        return OptionalInt.of((int) Math.round(days / DAYS_PER_WEEK * PERCENT));
    }

    Therapy evolve(FlapFact fact) {
        return switch (fact) {
            case RehabilitationStarted started ->
                new Therapy(started.occurredAt(), nextSessionOn, reports, reviews, missedInARow, lastMissedAt);
            case TherapySessionAttended attended ->
                new Therapy(startedAt, attended.nextDueOn(), reports, reviews, 0, null);
            case TherapySessionMissed missed ->
                new Therapy(
                        startedAt,
                        missed.nextDueOn() == null ? nextSessionOn : missed.nextDueOn(),
                        reports,
                        reviews,
                        missedInARow + 1,
                        missed.occurredAt());
            case HomeProgrammeAdherenceReported report ->
                new Therapy(
                        startedAt,
                        nextSessionOn,
                        Stream.concat(
                                        reports.stream(),
                                        Stream.of(new Adherence(
                                                report.occurredAt(), report.daysPerWeek(), report.minutesPerDay())))
                                .toList(),
                        reviews,
                        missedInARow,
                        lastMissedAt);
            case TherapyReviewed reviewed ->
                new Therapy(
                        startedAt,
                        nextSessionOn,
                        reports,
                        Stream.concat(reviews.stream(), Stream.of(reviewed.occurredAt()))
                                .toList(),
                        missedInARow,
                        lastMissedAt);
            default -> this;
        };
    }
}
