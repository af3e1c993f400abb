package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * The five factors and the baseline, as far as they are known. The fifth, age, is part of the intake.
 *
 * @param visitAt when the visit is to be, or was; {@code null} while none is booked
 * @param goals the patient's desires; {@code null} until recorded
 * @param paralysis cause, duration and severity; {@code null} until characterised
 * @param healthySideTest the test of the healthy side's smile; {@code null} until tested
 * @param baseline the instruments graded before treatment, the newest of each
 * @param baselines every grading before treatment, in the order of recording
 * @param completedAt when the evaluation was completed; {@code null} before
 * @param efaces gradings by the eFACE, before treatment and after it, in the order of recording
 * @param missedVisits when the visits were to be that did not take place, in the order of recording
 */
public record Evaluation(
        @Nullable OffsetDateTime visitAt,
        @Nullable Goals goals,
        @Nullable ParalysisCharacterised paralysis,
        @Nullable HealthySideFunctionConfirmed healthySideTest,
        Assessment baseline,
        List<Measurement> baselines,
        @Nullable OffsetDateTime completedAt,
        List<Eface> efaces,
        List<OffsetDateTime> missedVisits) {

    /** Keeps its own copy of the missed visits. */
    public Evaluation {
        missedVisits = List.copyOf(missedVisits);
    }

    private static final int FACTORS_OF_PARALYSIS = 2;

    /**
     * What the patient wants.
     *
     * @param words the patient's own; {@code null} after erasure
     * @param priorities the most important first
     */
    public record Goals(@Nullable String words, List<Goal> priorities) {

        /** Keeps its own copy of the priorities. */
        public Goals {
            priorities = List.copyOf(priorities);
        }
    }

    /**
     * The paralysis as it was found.
     *
     * @param onset ISO date of year, month or day precision; {@code null} when congenital or not known
     * @param houseBrackmann 1 (normal) to 6 (no movement)
     */
    public record Paralysis(
            ParalysedSide side, Cause cause, @Nullable String onset, boolean congenital, int houseBrackmann) {}

    /** Before anything happened. */
    public static Evaluation none() {
        return new Evaluation(null, null, null, null, Assessment.none(), List.of(), null, List.of(), List.of());
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Evaluation evolve(PathwayEvent event) {
        if (!(event instanceof EvaluationFact fact)) {
            return this;
        }
        return switch (fact) {
            case EvaluationScheduled scheduled ->
                new Evaluation(
                        scheduled.visitAt(),
                        goals,
                        paralysis,
                        healthySideTest,
                        baseline,
                        baselines,
                        completedAt,
                        efaces,
                        missedVisits);
            case EvaluationMissed missed -> withoutVisit();
            case PatientGoalsRecorded wanted ->
                new Evaluation(
                        visitAt,
                        new Goals(wanted.goals(), wanted.priorities()),
                        paralysis,
                        healthySideTest,
                        baseline,
                        baselines,
                        completedAt,
                        efaces,
                        missedVisits);
            case ParalysisCharacterised characterised -> after(characterised);
            case LateralityCorrected corrected ->
                paralysis == null ? this : after(paralysis.on(corrected.paralysedSide()));
            case HealthySideFunctionConfirmed test ->
                new Evaluation(visitAt, goals, paralysis, test, baseline, baselines, completedAt, efaces, missedVisits);
            case EfaceRecorded graded ->
                new Evaluation(
                        visitAt,
                        goals,
                        paralysis,
                        healthySideTest,
                        baseline,
                        baselines,
                        completedAt,
                        Stream.concat(efaces.stream(), Stream.of(graded.grading()))
                                .toList(),
                        missedVisits);
            case BaselineAssessmentRecorded recorded ->
                new Evaluation(
                        visitAt,
                        goals,
                        paralysis,
                        healthySideTest,
                        baseline.with(recorded.assessment()),
                        Stream.concat(
                                        baselines.stream(),
                                        Stream.of(new Measurement(recorded.occurredAt(), recorded.assessment())))
                                .toList(),
                        completedAt,
                        efaces,
                        missedVisits);
            case EvaluationCompleted done ->
                new Evaluation(
                        visitAt,
                        goals,
                        paralysis,
                        healthySideTest,
                        baseline,
                        baselines,
                        done.occurredAt(),
                        efaces,
                        missedVisits);
        };
    }

    /** A side that changes makes the earlier test of the healthy side meaningless. */
    private Evaluation after(ParalysisCharacterised characterised) {
        HealthySideFunctionConfirmed test = healthySideTest;
        boolean stillHealthy = test != null
                && characterised
                        .paralysedSide()
                        .oneSide()
                        .filter(side -> side != test.testedSide())
                        .isPresent();
        Assessment severity = new Assessment(characterised.houseBrackmann(), null, null, null);
        return new Evaluation(
                visitAt,
                goals,
                characterised,
                stillHealthy ? test : null,
                severity.with(baseline),
                baselines,
                completedAt,
                efaces,
                missedVisits);
    }

    /** Another visit can be booked; the one that was missed is remembered. */
    private Evaluation withoutVisit() {
        return new Evaluation(
                null,
                goals,
                paralysis,
                healthySideTest,
                baseline,
                baselines,
                completedAt,
                efaces,
                Stream.concat(missedVisits.stream(), Stream.ofNullable(visitAt)).toList());
    }

    /** Whether nothing was found yet and no visit is booked at which something could be. */
    public boolean isStillToBeBooked() {
        return visitAt == null && factorsKnown() == 0 && baselines.isEmpty() && !completed();
    }

    /** Whether the patient's desires are recorded. */
    public boolean goalsRecorded() {
        return goals != null;
    }

    /** Whether the evaluation was completed. */
    public boolean completed() {
        return completedAt != null;
    }

    /** The paralysis as it was found; empty until it is characterised. */
    public Optional<Paralysis> finding() {
        return Optional.ofNullable(paralysis)
                .map(found -> new Paralysis(
                        found.paralysedSide(),
                        found.cause(),
                        found.onset(),
                        found.congenital(),
                        found.houseBrackmann()));
    }

    /** How many of the four mandatory factors other than age are known: goals, cause, severity and duration. */
    public int factorsKnown() {
        int found = goalsRecorded() ? 1 : 0;
        if (paralysis == null) {
            return found;
        }
        boolean duration = paralysis.congenital() || paralysis.onset() != null;
        return found + FACTORS_OF_PARALYSIS + (duration ? 1 : 0);
    }

    /** The paralysed side of a one-sided paralysis; empty while unknown or when both sides are paralysed. */
    public Optional<FaceSide> paralysedSide() {
        return paralysis == null ? Optional.empty() : paralysis.paralysedSide().oneSide();
    }

    /** The side opposite the paralysed one, always derived; empty while unknown or when both sides are paralysed. */
    public Optional<FaceSide> healthySide() {
        return paralysedSide().map(FaceSide::opposite);
    }

    /** Whether the healthy side was shown to give a usable smile. */
    public boolean healthySmileConfirmed() {
        return healthySideTest != null && healthySideTest.smileFunctional();
    }
}
