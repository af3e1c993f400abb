package org.crossface.pathway.rehabilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.rehabilitation.completion.CompletePathway;
import org.crossface.pathway.rehabilitation.events.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.events.RehabilitationCompleted;
import org.crossface.pathway.rehabilitation.events.RehabilitationPaused;
import org.crossface.pathway.rehabilitation.events.SpontaneousSmileObserved;
import org.crossface.pathway.rehabilitation.outcome.AssessOutcome;
import org.crossface.pathway.rehabilitation.outcome.ObserveFirstMovement;
import org.crossface.pathway.rehabilitation.therapy.CompleteRehabilitation;
import org.crossface.pathway.rehabilitation.therapy.RecordTherapySession;
import org.crossface.pathway.rehabilitation.therapy.ResumeRehabilitation;
import org.crossface.pathway.rehabilitation.therapy.StartRehabilitation;
import org.crossface.pathway.rehabilitation.therapy.StopRehabilitationEarly;
import org.crossface.pathway.rehabilitation.vocabulary.MovementObserver;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.rehabilitation.vocabulary.ProgrammeStatus;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RehabilitationRulesTest {

    @Test
    @Tag("SEQ-STAGE-TWO")
    void therapyBeforeTheTransferIsRefused() {
        Course.stageOneDone()
                .when(Role.THERAPIST, StartRehabilitation.class, "2025-10-27", Map.of())
                .expectException(Refused.by("SEQ-STAGE-TWO"));
    }

    @Test
    @Tag("SEQ-STAGE-TWO")
    void dayZeroOfTherapyIsTheDayOfStageTwo() {
        Course.stageTwoDone()
                .when(Role.THERAPIST, StartRehabilitation.class, "2025-10-27", Map.of())
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> {
                    assertThat(pathway.state().newestRehabilitation().dayZero()).isEqualTo(Course.STAGE_TWO);
                    assertThat(pathway.state().phase()).isEqualTo(Phase.REHABILITATING);
                });
    }

    @Test
    @Tag("SEQ-THERAPY-START")
    void therapyStartsOnce() {
        Course.inTherapy()
                .when(Role.THERAPIST, StartRehabilitation.class, "2025-10-28", Map.of())
                .expectException(Refused.by("SEQ-THERAPY-START"));
    }

    @Test
    @Tag("SEQ-THERAPY")
    void aSessionBeforeTherapyStartedIsRefused() {
        Course.stageTwoDone()
                .when(Role.THERAPIST, RecordTherapySession.class, "2025-10-28", Map.of("minutes", 45))
                .expectException(Refused.by("SEQ-THERAPY"));
    }

    @Test
    @Tag("SEQ-THERAPY")
    void aSessionOfTherapyIsTaken() {
        Course.inTherapy()
                .when(Role.THERAPIST, RecordTherapySession.class, "2025-10-28", Map.of("minutes", 45))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-THERAPY-PAUSE")
    void onlyAPauseEnds() {
        Course.inTherapy()
                .when(Role.THERAPIST, ResumeRehabilitation.class, "2025-11-28", Map.of())
                .expectException(Refused.by("SEQ-THERAPY-PAUSE"));
    }

    @Test
    @Tag("SEQ-THERAPY-PAUSE")
    void aPausedTherapyGoesOn() {
        Course.inTherapy()
                .and(RehabilitationPaused.class, "2025-11-20")
                .when(Role.THERAPIST, ResumeRehabilitation.class, "2025-11-28", Map.of())
                .expectState(pathway -> assertThat(
                                pathway.state().newestRehabilitation().programme())
                        .isEqualTo(ProgrammeStatus.ACTIVE));
    }

    @Test
    @Tag("SEQ-THERAPY-END")
    void aTherapyThatNeverStartedIsNotStopped() {
        Course.stageTwoDone()
                .when(Role.THERAPIST, StopRehabilitationEarly.class, "2025-11-28", Map.of())
                .expectException(Refused.by("SEQ-THERAPY-END"));
    }

    @Test
    @Tag("SEQ-THERAPY-END")
    void aTherapyThatGoesOnCanBeStopped() {
        Course.inTherapy()
                .when(Role.THERAPIST, StopRehabilitationEarly.class, "2025-11-28", Map.of())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-47")
    void therapyIsNotCompleteADayBeforeEighteenMonths() {
        Course.inTherapy()
                .assessed(OutcomeVisit.THERAPY_END, "2027-04-05")
                .when(Role.THERAPIST, CompleteRehabilitation.class, "2027-04-06", Map.of())
                .expectException(Refused.by("INV-47"));
    }

    @Test
    @Tag("INV-47")
    void therapyIsNotCompleteWithoutAFinalAssessment() {
        Course.inTherapy()
                .assessed(OutcomeVisit.M12, "2026-10-07")
                .when(Role.THERAPIST, CompleteRehabilitation.class, "2027-04-09", Map.of())
                .expectException(Refused.by("INV-47"));
    }

    @Test
    @Tag("INV-47")
    void therapyIsCompleteAfterEighteenMonths() {
        Course.inTherapy()
                .assessed(OutcomeVisit.THERAPY_END, "2027-04-05")
                .when(Role.THERAPIST, CompleteRehabilitation.class, "2027-04-07", Map.of())
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.OUTCOME_TRACKING));
    }

    @Test
    @Tag("INV-48")
    void aMovementBeforeTheTransferIsRefused() {
        Course.stageTwoDone()
                .when(ObserveFirstMovement.class, "2025-11-10", movement("2025-10-06", MovementObserver.CLINICIAN))
                .expectException(Refused.by("INV-48"));
    }

    @Test
    @Tag("INV-48")
    void anEarlyMovementThatOnlyThePatientSawIsRefused() {
        Course.stageTwoDone()
                .when(ObserveFirstMovement.class, "2025-11-10", movement("2025-11-03", MovementObserver.PATIENT))
                .expectException(Refused.by("INV-48"));
    }

    @Test
    @Tag("INV-48")
    void anEarlyMovementThatAClinicianSawIsTaken() {
        Course.stageTwoDone()
                .when(ObserveFirstMovement.class, "2025-11-10", movement("2025-11-03", MovementObserver.CLINICIAN))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-48")
    void afterFourWeeksThePatientsWordCounts() {
        Course.stageTwoDone()
                .when(ObserveFirstMovement.class, "2025-11-10", movement("2025-11-04", MovementObserver.PATIENT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-49")
    void aSecondFirstMovementIsRefused() {
        Course.inTherapy()
                .and(FirstMovementObserved.class, "2026-06-10", Map.of("seenOn", LocalDate.of(2026, 6, 10)))
                .when(ObserveFirstMovement.class, "2026-09-01", movement("2026-09-01", MovementObserver.CLINICIAN))
                .expectException(Refused.by("INV-49"));
    }

    @Test
    @Tag("INV-49")
    void theFirstMovementIsTaken() {
        Course.inTherapy()
                .when(ObserveFirstMovement.class, "2026-06-10", movement("2026-06-10", MovementObserver.CLINICIAN))
                .expectState(pathway -> assertThat(
                                pathway.state().newestRehabilitation().firstMovementOn())
                        .isEqualTo("2026-06-10"));
    }

    @Test
    @Tag("INV-50")
    void aPathwayIsNotCompleteADayBeforeTwoYears() {
        finished().when(CompletePathway.class, "2027-10-06", Map.of()).expectException(Refused.by("INV-50"));
    }

    @Test
    @Tag("INV-50")
    void aPathwayWithAnOpenComplicationIsNotComplete() {
        finished()
                .and(ComplicationRecorded.class, "2027-10-07")
                .when(CompletePathway.class, "2027-10-12", Map.of())
                .expectException(Refused.by("INV-50"));
    }

    @Test
    @Tag("INV-50")
    void aPathwayWithAnOpenRedFlagIsNotComplete() {
        finished()
                .and(RedFlagRaised.class, "2027-10-07")
                .when(CompletePathway.class, "2027-10-12", Map.of())
                .expectException(Refused.by("INV-50"));
    }

    @Test
    @Tag("INV-50")
    void aPathwayWithoutItsFinalSetIsNotComplete() {
        Course.inTherapy()
                .and(RehabilitationCompleted.class, "2027-04-09")
                .and(SpontaneousSmileObserved.class, "2027-10-06")
                .assessed(OutcomeVisit.M18, "2027-04-09")
                .when(CompletePathway.class, "2027-10-12", Map.of())
                .expectException(Refused.by("INV-50"));
    }

    private static Course finishedOn(String lastVisit) {
        return Course.inTherapy()
                .and(RehabilitationCompleted.class, "2027-04-09")
                .and(SpontaneousSmileObserved.class, "2027-10-06")
                .assessed(OutcomeVisit.M24, lastVisit);
    }

    @Test
    @Tag("INV-50")
    void aFinalSetThatWasMeasuredAfterItsWindowCountsByAnOverride() {
        finishedOn("2027-10-28")
                .when(CompletePathway.class, "2027-12-01", Map.of())
                .expectSuccessfulHandlerExecution();
        finishedOn("2027-10-29")
                .when(CompletePathway.class, "2027-12-01", Map.of())
                .expectException(Refused.by("INV-50"));
        finishedOn("2027-10-29")
                .and(RuleOverridden.class, "2027-12-01", Map.of("invariantId", "INV-50", "command", "CompletePathway"))
                .when(CompletePathway.class, "2027-12-01", Map.of())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-50")
    void aFinalSetInTimeIsNotMadeLateByALaterVisit() {
        finishedOn("2027-10-06")
                .assessed(OutcomeVisit.M24, "2027-11-20")
                .when(CompletePathway.class, "2027-12-01", Map.of())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-50")
    void aPathwayIsCompleteAfterTwoYears() {
        finished()
                .when(CompletePathway.class, "2027-10-07", Map.of())
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.COMPLETED));
    }

    @Test
    @Tag("INV-51")
    void aSunnybrookTotalThatDoesNotAddUpIsRefused() {
        Course.inTherapy().when(AssessOutcome.class, "2027-04-05", finalSet(62)).expectException(Refused.by("INV-51"));
    }

    @Test
    @Tag("INV-51")
    void theFinalSetIsComputed() {
        Course.inTherapy()
                .when(AssessOutcome.class, "2027-04-05", finalSet(61))
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(
                                pathway.state().newestRehabilitation().assessments())
                        .singleElement()
                        .extracting(OutcomeAssessed::assessment)
                        .extracting(Assessment::sunnybrook)
                        .isEqualTo(Sunnybrook.of(List.of(0, 1, 0), List.of(3, 4, 4, 3, 3), List.of(1, 0, 1, 0, 0))));
    }

    private static Course finished() {
        return Course.inTherapy()
                .and(RehabilitationCompleted.class, "2027-04-09")
                .and(SpontaneousSmileObserved.class, "2027-10-06")
                .assessed(OutcomeVisit.M24, "2027-10-06");
    }

    private static Map<String, Object> movement(String seenOn, MovementObserver observer) {
        return Map.of("seenOn", LocalDate.parse(seenOn), "observer", observer);
    }

    private static Map<String, Object> finalSet(int composite) {
        Map<String, Object> set = new HashMap<>();
        set.put("sunnybrookResting", List.of(0, 1, 0));
        set.put("sunnybrookVoluntary", List.of(3, 4, 4, 3, 3));
        set.put("sunnybrookSynkinesis", List.of(1, 0, 1, 0, 0));
        set.put("sunnybrookComposite", composite);
        set.put("faceAnswers", ABSENT);
        set.put("faceRawSum", 45);
        return set;
    }
}
