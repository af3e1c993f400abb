package org.crossface.coordination.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pathway for the page of the patient: sides, plan, cases, scores and phases. It holds no personal data.
 *
 * @param side {@code LEFT}, {@code RIGHT} or {@code BILATERAL}; {@code null} while unknown
 * @param healthySide opposite of {@code side}; {@code null} unless one side is paralysed
 * @param houseBrackmann 1 to 6
 * @param muscles every muscle that was harvested here or attested, in this order
 * @param graftMm length of the graft that was inserted
 */
public record PathwaySummary(
        String pathwayId,
        String number,
        String phase,
        @Nullable String side,
        @Nullable String healthySide,
        @Nullable String cause,
        @Nullable String onset,
        boolean congenital,
        @Nullable Integer houseBrackmann,
        @Nullable Plan plan,
        List<Case> cases,
        List<Muscle> muscles,
        @Nullable Double graftMm,
        List<Tinel> tinel,
        List<Score> scores,
        List<Milestone> milestones,
        List<Band> phases) {

    /** A document of an earlier release lacks the muscles. */
    public PathwaySummary {
        muscles = muscles == null ? List.of() : List.copyOf(muscles);
    }

    /** The treatment plan in force. */
    public record Plan(
            int version,
            String option,
            @Nullable String stageOneSetting,
            @Nullable String stageTwoSetting,
            @Nullable String nerveSource,
            @Nullable String donorLeg,
            @Nullable String donorThigh) {}

    /**
     * One surgical case.
     *
     * @param rung step of the ladder
     * @param endedAs how it ended; {@code null} while it has not
     */
    public record Case(
            String caseId,
            String stage,
            LocalDate day,
            Instant startsAt,
            String room,
            List<String> surgeonIds,
            String rung,
            @Nullable String endedAs,
            @Nullable Integer ischemiaMinutes) {}

    /**
     * One transferred muscle, with its own therapy and outcome.
     *
     * @param side of the face
     * @param nerve what drives it
     * @param operatedOn day of the completed transfer; {@code null} before
     * @param visits the outcome visits that took place
     */
    public record Muscle(
            String flapId,
            @Nullable String side,
            @Nullable String thigh,
            @Nullable String nerve,
            String condition,
            @Nullable LocalDate operatedOn,
            String programme,
            @Nullable LocalDate movementOn,
            List<String> visits) {}

    /** One reading of the Tinel sign, mm from the coaptation. */
    public record Tinel(LocalDate on, double mm, boolean atDistalEnd) {}

    /**
     * Scores of one visit.
     *
     * @param visit {@code Baseline}, {@code M3} and so on, with its side where muscles are on both
     * @param since day on which the muscle was transferred; {@code null} for a baseline
     * @param sunnybrook composite, 0 to 100
     */
    public record Score(
            LocalDate on,
            String visit,
            @Nullable Integer houseBrackmann,
            @Nullable Integer sunnybrook,
            @Nullable Double excursionMm,
            @Nullable Double face,
            @Nullable LocalDate since) {}

    /** A dated milestone. */
    public record Milestone(LocalDate on, String label) {}

    /** A phase and the day on which it began. */
    public record Band(String phase, LocalDate from) {}
}
