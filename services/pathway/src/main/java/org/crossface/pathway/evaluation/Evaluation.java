package org.crossface.pathway.evaluation;

import java.util.Optional;
import org.crossface.pathway.FaceSide;
import org.crossface.pathway.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * The five factors and the baseline, as far as they are known. The fifth, age, is part of the intake.
 *
 * @param goalsRecorded whether the patient's desires are recorded
 * @param paralysis cause, duration and severity; {@code null} until characterised
 * @param healthySideTest the test of the healthy side's smile; {@code null} until tested
 * @param baseline the instruments graded before treatment
 * @param completed whether the evaluation was completed
 */
public record Evaluation(
        boolean goalsRecorded,
        @Nullable ParalysisCharacterised paralysis,
        @Nullable HealthySideFunctionConfirmed healthySideTest,
        Assessment baseline,
        boolean completed) {

    /** Before anything happened. */
    public static Evaluation none() {
        return new Evaluation(false, null, null, Assessment.none(), false);
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Evaluation evolve(PathwayEvent event) {
        if (!(event instanceof EvaluationFact fact)) {
            return this;
        }
        return switch (fact) {
            case EvaluationScheduled scheduled -> this;
            case PatientGoalsRecorded goals -> new Evaluation(true, paralysis, healthySideTest, baseline, completed);
            case ParalysisCharacterised characterised -> after(characterised);
            case HealthySideFunctionConfirmed test ->
                new Evaluation(goalsRecorded, paralysis, test, baseline, completed);
            case BaselineAssessmentRecorded recorded ->
                new Evaluation(
                        goalsRecorded, paralysis, healthySideTest, baseline.with(recorded.assessment()), completed);
            case EvaluationCompleted done -> new Evaluation(goalsRecorded, paralysis, healthySideTest, baseline, true);
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
                goalsRecorded, characterised, stillHealthy ? test : null, severity.with(baseline), completed);
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
