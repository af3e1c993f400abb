package org.crossface.pathway.evaluation.examination;

import static org.crossface.pathway.Histories.join;
import static org.crossface.pathway.Histories.time;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.evaluation.Completeness;
import org.crossface.pathway.evaluation.EvaluationCompleted;
import org.crossface.pathway.evaluation.FaceQuestionnaire;
import org.crossface.pathway.evaluation.Goal;
import org.crossface.pathway.evaluation.NerveTestMethod;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.surgery.vocabulary.DonorBranch;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationRulesTest {

    private static final OffsetDateTime NOW = time("2024-11-19T11:00");

    @Test
    @Tag("INV-09")
    void anEvaluationWithAllFactorsAndBaselineIsCompleted() {
        PathwayFixture.at(NOW.toInstant())
                .given(join(Histories.referred(), Histories.visitFacts()))
                .when(new CompleteEvaluation(Histories.PATHWAY, NOW), PathwayFixture.as(Role.SURGEON))
                .expectEvents(new EvaluationCompleted(Histories.PATHWAY, "id-1", NOW, "user-SU"));
    }

    static Stream<Class<? extends PathwayEvent>> factors() {
        return Stream.of(PatientGoalsRecorded.class, ParalysisCharacterised.class, BaselineAssessmentRecorded.class);
    }

    @ParameterizedTest
    @MethodSource("factors")
    @Tag("INV-09")
    void anEvaluationWithoutAFactorIsNotCompleted(Class<? extends PathwayEvent> factor) {
        completionRefused(Histories.without(join(Histories.referred(), Histories.visitFacts()), factor));
    }

    @Test
    @Tag("INV-09")
    void anEvaluationWithoutTheBirthDateIsNotCompleted() {
        Course.of(join(Histories.referred(), Histories.visitFacts()))
                .and(PatientReferred.class, "2024-11-19", Map.of("zone", "America/Los_Angeles", "birthDate", ABSENT))
                .when(CompleteEvaluation.class, "2024-11-19", Map.of())
                .expectException(Refused.by("INV-09"));
    }

    static Stream<Assessment> incompleteBaselines() {
        Sunnybrook sunnybrook = Sunnybrook.of(List.of(1, 2, 1), List.of(1, 1, 1, 1, 1), List.of(0, 0, 0, 0, 0));
        FaceQuestionnaire face = FaceQuestionnaire.ofRawSum(45);
        return Stream.of(
                new Assessment(6, null, 0.4, face),
                new Assessment(6, sunnybrook, null, face),
                new Assessment(6, sunnybrook, 0.4, null));
    }

    @ParameterizedTest
    @MethodSource("incompleteBaselines")
    @Tag("INV-09")
    void anEvaluationWithAnIncompleteBaselineIsNotCompleted(Assessment baseline) {
        List<PathwayEvent> visit = Histories.without(Histories.visitFacts(), BaselineAssessmentRecorded.class);
        completionRefused(join(
                Histories.referred(),
                visit,
                List.of(new BaselineAssessmentRecorded(Histories.PATHWAY, "fact-b", NOW, baseline, "user-SU"))));
    }

    private static void completionRefused(List<PathwayEvent> history) {
        PathwayFixture.at(NOW.toInstant())
                .given(history)
                .when(new CompleteEvaluation(Histories.PATHWAY, NOW), PathwayFixture.as(Role.SURGEON))
                .expectException(Refused.by("INV-09"));
    }

    @Test
    @Tag("INV-10")
    void aCompleteParalysisGradedFourIsAContradiction() {
        characterise("2020-09", Completeness.COMPLETE, 4, "INV-10");
    }

    @Test
    @Tag("INV-10")
    void aCompleteParalysisGradedFivePasses() {
        characterise("2020-09", Completeness.COMPLETE, 5, null);
    }

    @Test
    @Tag("INV-10")
    void aPartialParalysisGradedFourPasses() {
        characterise("2020-09", Completeness.PARTIAL, 4, null);
    }

    @Test
    @Tag("INV-10")
    void aBaselineThatContradictsACompleteParalysisIsRefused() {
        PathwayFixture.at(NOW.toInstant())
                .given(join(Histories.referred(), Histories.visitFacts()))
                .when(
                        new RecordAssessment(Histories.PATHWAY, NOW, 3, null, null, null, null, null, null, null),
                        PathwayFixture.as(Role.SURGEON))
                .expectException(Refused.by("INV-10", "houseBrackmann"));
    }

    @Test
    @Tag("INV-14")
    void anOnsetTomorrowIsRefused() {
        characterise("2024-11-20", Completeness.COMPLETE, 6, "INV-14");
    }

    @Test
    @Tag("INV-14")
    void anOnsetTodayPasses() {
        characterise("2024-11-19", Completeness.COMPLETE, 6, null);
    }

    @Test
    @Tag("INV-14")
    void anOnsetThisYearOfWhichPartIsStillToComePasses() {
        characterise("2024", Completeness.COMPLETE, 6, null);
    }

    @Test
    @Tag("INV-14")
    void anOnsetNextMonthIsRefused() {
        characterise("2024-12", Completeness.COMPLETE, 6, "INV-14");
    }

    @Test
    @Tag("INV-14")
    void anOnsetTheDayBeforeBirthIsRefused() {
        characterise("1990-06-01", Completeness.COMPLETE, 6, "INV-14");
    }

    @Test
    @Tag("INV-14")
    void anOnsetOnTheDayOfBirthPasses() {
        characterise("1990-06-02", Completeness.COMPLETE, 6, null);
    }

    @Test
    @Tag("INV-14")
    void anOnsetInTheMonthOfBirthPasses() {
        characterise("1990-06", Completeness.COMPLETE, 6, null);
    }

    @Test
    @Tag("REF-ONSET")
    void anOnsetThatIsNoDateIsRefused() {
        characterise("last summer", Completeness.COMPLETE, 6, "REF-ONSET");
    }

    @Test
    @Tag("REF-ONSET")
    void anOnsetThatIsNotGivenIsRefused() {
        characterise(null, Completeness.COMPLETE, 6, "REF-ONSET");
    }

    @Test
    @Tag("SEQ-PHASE")
    void theEvaluationEndsWithTheDecision() {
        goals(Histories.approved(), Goal.EYE).expectException(Refused.by("SEQ-PHASE"));
        goals(Histories.evaluated(), Goal.EYE).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-GOALS")
    void noGoalIsNamedTwice() {
        goals(Histories.referred(), Goal.EYE, Goal.EYE).expectException(Refused.by("SEQ-GOALS", "priorities"));
        goals(Histories.referred(), Goal.EYE, Goal.SPEECH).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> goals(List<PathwayEvent> history, Goal... priorities) {
        return Course.of(history).when(RecordGoals.class, "2024-11-26", Map.of("priorities", List.of(priorities)));
    }

    @Test
    @Tag("INV-52")
    void aSeverityOffTheScaleIsRefused() {
        characterise("2020-09", Completeness.PARTIAL, 7, "INV-52");
    }

    private static void characterise(
            @Nullable String onset, Completeness completeness, int houseBrackmann, @Nullable String rule) {
        var result = PathwayFixture.at(NOW.toInstant())
                .given(Histories.referred("1990-06-02", false))
                .when(
                        new CharacteriseParalysis(
                                Histories.PATHWAY,
                                NOW,
                                ParalysedSide.LEFT,
                                Cause.BELL_PALSY,
                                onset,
                                false,
                                completeness,
                                houseBrackmann,
                                null,
                                false,
                                false,
                                false,
                                false),
                        PathwayFixture.as(Role.SURGEON));
        if (rule == null) {
            result.expectSuccessfulHandlerExecution();
        } else {
            result.expectException(Refused.by(rule));
        }
    }

    @Test
    @Tag("INV-11")
    void aTestOfTheParalysedSideIsRefused() {
        healthySide(FaceSide.LEFT).expectException(Refused.by("INV-11", "testedSide"));
    }

    @Test
    @Tag("INV-11")
    void aTestOfTheOppositeSidePasses() {
        healthySide(FaceSide.RIGHT).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-11")
    void aTestBeforeTheSideIsKnownIsRefused() {
        PathwayFixture.at(NOW.toInstant())
                .given(Histories.referred())
                .when(confirm(FaceSide.RIGHT), PathwayFixture.as(Role.SURGEON))
                .expectException(Refused.by("INV-11"));
    }

    private static org.axonframework.test.aggregate.ResultValidator<?> healthySide(FaceSide tested) {
        return PathwayFixture.at(NOW.toInstant())
                .given(join(
                        Histories.referred(),
                        List.of(Histories.paralysis(ParalysedSide.LEFT, "2020-09", false, false))))
                .when(confirm(tested), PathwayFixture.as(Role.SURGEON));
    }

    private static ConfirmHealthySide confirm(FaceSide tested) {
        return new ConfirmHealthySide(
                Histories.PATHWAY, NOW, tested, DonorBranch.BUCCAL, true, NerveTestMethod.CLINICAL);
    }
}
