package org.crossface.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.board.Lane;
import org.crossface.coordination.board.TaskRow;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardsTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 16);
    private static final SiteTimes TIMES =
            new SiteTimes(Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC), ZoneOffset.UTC);

    private static List<String> lines(BoardRow row, ThresholdChange... changes) {
        Policy policy = Policy.defaults().changed("2025-1", List.of(changes));
        return new Cards(TIMES, Names.FULL, policy)
                .card(row).lines().stream()
                        .map(line -> (line.label() + " " + line.value() + " " + line.tone()).strip())
                        .toList();
    }

    private static TaskRow task(String code, @Nullable LocalDate opens, LocalDate due, LocalDate overdue) {
        return new TaskRow(code, "Task", opens, due, overdue, null);
    }

    @Test
    void theClockOfTheEvaluationIsThatOfItsTimer() {
        LocalDate referred = TODAY.minusDays(10);
        BoardRow row = row(Phase.REFERRED, Lane.REFERRAL, null, null);
        assertThat(lines(with(row, task("T-02", null, referred.plusDays(14), referred.plusDays(28)))))
                .contains("Day 10 of 28");
        assertThat(lines(with(row, task("T-02", null, referred.plusDays(14), referred.plusDays(35)))))
                .contains("Day 10 of 35");
    }

    @Test
    void theConsentIsTonedAsItsTimerStands() {
        LocalDate until = TODAY.plusDays(5);
        BoardRow row = consented(until);
        assertThat(lines(with(row, task("T-06", null, TODAY.plusDays(1), until.plusDays(1)))))
                .contains("Consent until " + TIMES.date(until));
        assertThat(lines(with(row, task("T-06", null, TODAY, until.plusDays(1)))))
                .contains("Consent until " + TIMES.date(until) + " risk");
        assertThat(lines(with(consented(TODAY.minusDays(1)), task("T-06", null, TODAY.minusDays(14), TODAY))))
                .contains("Consent lapsed " + TIMES.date(TODAY.minusDays(1)) + " late");
    }

    @Test
    void theWindowOfTheNerveBeginsAndEndsByThePolicy() {
        BoardRow row = row(Phase.NEUROTIZING, Lane.NERVE_GROWING, TODAY.minusMonths(7), null);
        assertThat(lines(row)).contains("Month 7 window 6 to 12");
        assertThat(lines(
                        row,
                        new ThresholdChange("stageTwoEarliestMonths", 8),
                        new ThresholdChange("neurotizationEndMonths", 14)))
                .contains("Month 7 window 8 to 14");
    }

    @Test
    void theLengthOfTherapyIsThatOfThePolicyAndTheWatchForMovementThatOfItsTimer() {
        LocalDate operated = TODAY.minusMonths(10);
        BoardRow row = row(Phase.REHABILITATING, Lane.REHABILITATION, TODAY.minusMonths(20), operated);
        assertThat(lines(watching(row, operated, 3, 8, 9))).contains("Month 10 of 18", "First movement none yet late");
        assertThat(lines(watching(row, operated, 3, 8, 11), new ThresholdChange("therapyMonths", 15)))
                .contains("Month 10 of 15", "First movement watching");
        assertThat(lines(watching(row, operated, 11, 11, 12))).contains("First movement too early");
    }

    private static BoardRow watching(BoardRow row, LocalDate operated, int opens, int due, int overdue) {
        return with(
                row,
                task("T-45", operated.plusMonths(opens), operated.plusMonths(due), operated.plusMonths(overdue)),
                task("T-46", null, operated.plusMonths(12), operated.plusMonths(13)));
    }

    @Test
    void theTimeToCompletionIsThatOfThePolicy() {
        BoardRow row = row(Phase.OUTCOME_TRACKING, Lane.OUTCOME, TODAY.minusMonths(29), TODAY.minusMonths(19));
        assertThat(lines(row)).contains("Month 19 of 24");
        assertThat(lines(row, new ThresholdChange("completionMonths", 36))).contains("Month 19 of 36");
    }

    @Test
    void eachOfTwoMusclesIsShown() {
        BoardRow row = row(
                Phase.REHABILITATING,
                Lane.REHABILITATION,
                null,
                TODAY.minusMonths(3),
                new BoardRow.Muscle("LEFT", TODAY.minusMonths(12), TODAY.minusMonths(4), FlapCondition.VIABLE),
                new BoardRow.Muscle("RIGHT", TODAY.minusMonths(3), null, FlapCondition.LOST));
        assertThat(lines(row)).contains("Left muscle moved at month 8.0", "Right muscle lost late");
    }

    private static BoardRow row(
            Phase phase,
            Lane lane,
            @Nullable LocalDate stageOneOn,
            @Nullable LocalDate stageTwoOn,
            BoardRow.Muscle... muscles) {
        return row(phase, lane, stageOneOn, stageTwoOn, null, List.of(), List.of(muscles));
    }

    private static BoardRow consented(LocalDate until) {
        return row(Phase.CANDIDATE, Lane.DECISION, null, null, until, List.of(), List.of());
    }

    private static BoardRow with(BoardRow row, TaskRow... clocks) {
        return row(
                row.phase(),
                row.lane(),
                row.stageOneOn(),
                row.stageTwoOn(),
                row.consentUntil(),
                List.of(clocks),
                row.muscles());
    }

    private static BoardRow row(
            Phase phase,
            Lane lane,
            @Nullable LocalDate stageOneOn,
            @Nullable LocalDate stageTwoOn,
            @Nullable LocalDate consentUntil,
            List<TaskRow> clocks,
            List<BoardRow.Muscle> muscles) {
        return new BoardRow(
                "pathway-1",
                "patient-1",
                "P-0101",
                "Larsen",
                "Ida",
                false,
                "site-bayview",
                phase,
                lane,
                "LEFT",
                TODAY.minusDays(10),
                false,
                null,
                0,
                null,
                consentUntil,
                0,
                null,
                stageOneOn,
                145.0,
                null,
                null,
                false,
                null,
                null,
                stageTwoOn,
                null,
                null,
                List.of(),
                List.of(),
                0,
                0,
                List.of(),
                null,
                null,
                null,
                clocks,
                null,
                null,
                muscles,
                1);
    }
}
