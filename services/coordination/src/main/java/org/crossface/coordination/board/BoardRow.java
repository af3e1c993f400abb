package org.crossface.coordination.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.vocabulary.Phase;
import org.jspecify.annotations.Nullable;

/**
 * One pathway on the board. It is stored as a document without the patient's name; the query adds the name.
 *
 * @param familyName {@code null} when unknown or erased
 * @param side {@code LEFT}, {@code RIGHT} or {@code BILATERAL}
 * @param factors how many of the five mandatory factors are known
 * @param clearanceItems how many of the ten pre-operative items are done for the next operation
 * @param sunnybrook composite scores from the baseline on
 * @param contradictedRules rules that recorded facts break since a correction, until somebody decides
 * @param flapEmergencyAt since when a threat to the flap waits for an answer; {@code null} when none does
 * @param next what has to be done first; {@code null} when there is nothing
 * @param clocks the open tasks whose course the card draws
 * @param muscles every muscle whose transfer is complete, the earliest first; the lost ones too
 * @param position of the newest event in this row
 */
public record BoardRow(
        String pathwayId,
        String patientId,
        String number,
        @Nullable String familyName,
        @Nullable String givenName,
        boolean erased,
        String siteId,
        Phase phase,
        Lane lane,
        @Nullable String side,
        LocalDate referredOn,
        boolean reasonMissing,
        @Nullable Instant visitAt,
        int factors,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate consentUntil,
        int clearanceItems,
        @Nullable LocalDate clearanceUntil,
        @Nullable LocalDate stageOneOn,
        @Nullable Double graftMm,
        @Nullable Double tinelMm,
        @Nullable LocalDate tinelOn,
        boolean tinelAtEnd,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate windowEnd,
        @Nullable LocalDate stageTwoOn,
        @Nullable LocalDate movementOn,
        @Nullable Integer adherencePercent,
        List<Integer> sunnybrook,
        List<String> surgeonIds,
        int openRedFlags,
        int openComplications,
        List<String> contradictedRules,
        @Nullable Instant flapEmergencyAt,
        @Nullable Instant nextAppointmentAt,
        @Nullable TaskRow next,
        List<TaskRow> clocks,
        @Nullable LocalDate endedOn,
        @Nullable String outcome,
        List<Muscle> muscles,
        long position) {

    /**
     * A transferred muscle.
     *
     * @param side {@code LEFT} or {@code RIGHT}; {@code null} when nobody recorded it
     * @param movementOn day of the first movement; {@code null} before
     * @param condition such as {@code VIABLE} or {@code LOST}
     */
    public record Muscle(
            @Nullable String side,
            LocalDate operatedOn,
            @Nullable LocalDate movementOn,
            FlapCondition condition) {}

    /** Keeps its own copies of the lists, which a row of an earlier release may lack. */
    public BoardRow {
        sunnybrook = sunnybrook == null ? List.of() : List.copyOf(sunnybrook);
        surgeonIds = surgeonIds == null ? List.of() : List.copyOf(surgeonIds);
        clocks = clocks == null ? List.of() : List.copyOf(clocks);
        muscles = muscles == null ? List.of() : List.copyOf(muscles);
        contradictedRules = contradictedRules == null ? List.of() : List.copyOf(contradictedRules);
    }

    /** Whether the next step is overdue on this day. */
    public boolean overdueOn(LocalDate today) {
        return next != null && next.isOverdueOn(today);
    }

    /** Whether the next step is due by this day, or overdue. */
    public boolean dueBy(LocalDate day) {
        return next != null && next.isDueOn(day);
    }

    /** The first open task of one of these timers; empty when there is none. */
    public Optional<TaskRow> clock(String... codes) {
        return clocks.stream()
                .filter(task -> Arrays.asList(codes).contains(task.code()))
                .findFirst();
    }
}
