package org.crossface.pathway.neurotization.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;
import static org.hamcrest.Matchers.containsString;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.NeurotizationWindowExtended;
import org.crossface.pathway.neurotization.NeurotizationWindowLapsed;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.vocabulary.Phase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NeurotizationRulesTest {

    private static final Map<String, Object> TINEL = Map.of("advanceMm", 62.0, "atDistalEnd", false, "comment", ABSENT);
    private static final Map<String, Object> JUDGEMENT =
            Map.of("basis", NeurotizationBasis.CLINICAL_JUDGEMENT, "secondReviewer", "surgeon-lind");

    @Test
    @Tag("INV-24")
    void aGraftThatIsNotBankedCannotBeExamined() {
        Course.referred()
                .and(SuralNerveHarvested.class, "2025-01-14")
                .when(AssessTinel.class, "2025-04-15", TINEL)
                .expectException(Refused.by("INV-24"));
    }

    @Test
    @Tag("INV-24")
    void anExaminationBeforeStageOneIsRefused() {
        Course.stageOneDone().when(AssessTinel.class, "2025-01-13", TINEL).expectException(Refused.by("INV-24"));
    }

    @Test
    @Tag("INV-24")
    void aBankedGraftCanBeExamined() {
        Course.stageOneDone().when(AssessTinel.class, "2025-01-14", TINEL).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-23")
    void anAdvanceBeyondTheGraftIsRefused() {
        Course.stageOneDone()
                .when(AssessTinel.class, "2025-08-26", Map.of("advanceMm", 175.0))
                .expectException(Refused.by("INV-23"));
    }

    @Test
    @Tag("INV-23")
    void anAdvanceWithinTheToleranceIsTaken() {
        Course.stageOneDone()
                .when(AssessTinel.class, "2025-08-26", Map.of("advanceMm", 174.0))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-23")
    void aRetreatNeedsAComment() {
        Course.stageOneDone()
                .and(TinelAssessed.class, "2025-04-15", Map.of("advanceMm", 100.0, "present", true))
                .when(AssessTinel.class, "2025-07-15", Map.of("advanceMm", 69.0, "comment", ABSENT))
                .expectException(Refused.by("INV-23"));
    }

    @Test
    @Tag("INV-23")
    void aRetreatWithACommentIsTaken() {
        Course.stageOneDone()
                .and(TinelAssessed.class, "2025-04-15", Map.of("advanceMm", 100.0, "present", true))
                .when(AssessTinel.class, "2025-07-15", Map.of("advanceMm", 69.0, "comment", "another examiner"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-23")
    void aRetreatOfThirtyMillimetresNeedsNone() {
        Course.stageOneDone()
                .and(TinelAssessed.class, "2025-04-15", Map.of("advanceMm", 100.0, "present", true))
                .when(AssessTinel.class, "2025-07-15", Map.of("advanceMm", 70.0, "comment", ABSENT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-22")
    void judgementBeforeSixMonthsIsRefused() {
        Course.stageOneDone()
                .when(ConfirmNeurotization.class, "2025-07-13", JUDGEMENT)
                .expectException(Refused.by("INV-22"));
    }

    @Test
    @Tag("INV-22")
    void judgementWithoutASecondReviewerIsRefused() {
        Course.stageOneDone()
                .when(
                        ConfirmNeurotization.class,
                        "2025-07-14",
                        Map.of("basis", NeurotizationBasis.CLINICAL_JUDGEMENT, "secondReviewer", "user-SU"))
                .expectException(Refused.by("INV-22"));
    }

    @Test
    @Tag("INV-22")
    void sharedJudgementAfterSixMonthsWaitsForTheSecondSurgeon() {
        Course.stageOneDone()
                .when(ConfirmNeurotization.class, "2025-07-14", JUDGEMENT)
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> {
                    assertThat(pathway.state().waits(NeurotizationConfirmed.class))
                            .isTrue();
                    assertThat(pathway.state().phase()).isEqualTo(Phase.NEUROTIZING);
                });
    }

    @Test
    @Tag("SEQ-BASIS")
    void aConfirmationByTinelNeedsOneAtTheDistalEnd() {
        Course.stageOneDone()
                .and(TinelAssessed.class, "2025-07-15", Map.of("atDistalEnd", false))
                .when(ConfirmNeurotization.class, "2025-09-02", Map.of("basis", NeurotizationBasis.TINEL_AT_DISTAL_END))
                .expectException(Refused.by("SEQ-BASIS"));
    }

    @Test
    @Tag("SEQ-BASIS")
    void aTinelAtTheDistalEndConfirms() {
        Course.stageOneDone()
                .and(TinelAssessed.class, "2025-08-26", Map.of("atDistalEnd", true))
                .when(ConfirmNeurotization.class, "2025-09-02", Map.of("basis", NeurotizationBasis.TINEL_AT_DISTAL_END))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-NEUROTIZATION")
    void aConfirmedGraftIsNotConfirmedAgain() {
        Course.stageOneDone()
                .and(NeurotizationConfirmed.class, "2025-09-02")
                .when(ConfirmNeurotization.class, "2025-09-03", Map.of("basis", NeurotizationBasis.EMG))
                .expectException(Refused.by("SEQ-NEUROTIZATION"));
    }

    @Test
    void theDayOfConfirmationIsTheOneOfTheCentreWhereverItWasEntered() {
        var lateInNewYork = OffsetDateTime.parse("2025-09-03T01:30:00-04:00");

        Course.stageOneDone()
                .and(NeurotizationConfirmed.class, "2025-09-02", Map.of("occurredAt", lateInNewYork))
                .when(ConfirmNeurotization.class, "2025-09-04", Map.of("basis", NeurotizationBasis.EMG))
                .expectExceptionMessage(containsString("2025-09-02"));
    }

    @Test
    @Tag("SEQ-NEUROTIZATION")
    void aRetractedConfirmationCanBeGivenAgain() {
        Course.stageOneDone()
                .and(NeurotizationConfirmed.class, "2025-09-02", Map.of("factId", "confirmation"))
                .and(RecordRetracted.class, "2025-09-02", Map.of("targetFactId", "confirmation"))
                .when(ConfirmNeurotization.class, "2025-09-03", Map.of("basis", NeurotizationBasis.EMG))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-PHASE")
    void nothingIsConfirmedWhileOnHold() {
        Course.stageOneDone()
                .and(PathwayPutOnHold.class, "2025-08-01", Map.of("phaseBefore", Phase.NEUROTIZING))
                .when(ConfirmNeurotization.class, "2025-09-03", Map.of("basis", NeurotizationBasis.EMG))
                .expectException(Refused.by("SEQ-PHASE"));
    }

    @Test
    @Tag("SEQ-WINDOW")
    void theWindowDoesNotLapseBeforeItsEnd() {
        Course.stageOneDone()
                .when(LapseNeurotizationWindow.class, "2026-01-13", Map.of())
                .expectException(Refused.by("SEQ-WINDOW"));
    }

    @Test
    @Tag("SEQ-WINDOW")
    void theWindowLapsesOnce() {
        Course.stageOneDone()
                .and(NeurotizationWindowLapsed.class, "2026-01-14")
                .when(LapseNeurotizationWindow.class, "2026-01-15", Map.of())
                .expectException(Refused.by("SEQ-WINDOW"));
    }

    @Test
    @Tag("SEQ-WINDOW")
    void theWindowLapsesAfterTwelveMonths() {
        Course.stageOneDone()
                .when(LapseNeurotizationWindow.class, "2026-01-14", Map.of())
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.WINDOW_LAPSED));
    }

    @Test
    @Tag("INV-69")
    void anExtensionBeyondThreeMonthsIsRefused() {
        Course.stageOneDone()
                .when(ExtendNeurotizationWindow.class, "2025-12-01", Map.of("until", LocalDate.of(2026, 4, 15)))
                .expectException(Refused.by("INV-69"));
    }

    @Test
    @Tag("INV-69")
    void aThirdExtensionIsRefused() {
        Course.stageOneDone()
                .and(NeurotizationWindowExtended.class, "2025-12-01", Map.of("until", LocalDate.of(2026, 2, 14)))
                .and(NeurotizationWindowExtended.class, "2026-02-01", Map.of("until", LocalDate.of(2026, 3, 14)))
                .when(ExtendNeurotizationWindow.class, "2026-03-01", Map.of("until", LocalDate.of(2026, 4, 14)))
                .expectException(Refused.by("INV-69"));
    }

    @Test
    @Tag("INV-69")
    void aSecondExtensionOfThreeMonthsIsTaken() {
        Course.stageOneDone()
                .and(NeurotizationWindowExtended.class, "2025-12-01", Map.of("until", LocalDate.of(2026, 4, 14)))
                .when(ExtendNeurotizationWindow.class, "2026-04-01", Map.of("until", LocalDate.of(2026, 7, 14)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-EXTENSION")
    void anExtensionThatEndsWithTheWindowIsRefused() {
        Course.stageOneDone()
                .when(ExtendNeurotizationWindow.class, "2025-12-01", Map.of("until", LocalDate.of(2026, 1, 14)))
                .expectException(Refused.by("SEQ-EXTENSION"));
    }

    @Test
    @Tag("SEQ-EXTENSION")
    void anExtensionByADayIsTaken() {
        Course.stageOneDone()
                .when(ExtendNeurotizationWindow.class, "2025-12-01", Map.of("until", LocalDate.of(2026, 1, 15)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("REF-GRAFT")
    void withoutAGraftNoneIsAbandoned() {
        Course.referred().when(AbandonGraft.class, "2025-12-01", Map.of()).expectException(Refused.by("REF-GRAFT"));
    }

    @Test
    @Tag("REF-GRAFT")
    void aGraftInPlaceCanBeAbandoned() {
        Course.stageOneDone()
                .when(AbandonGraft.class, "2025-12-01", Map.of())
                .expectSuccessfulHandlerExecution()
                .expectState(
                        pathway -> assertThat(pathway.state().graft().live()).isFalse());
    }
}
