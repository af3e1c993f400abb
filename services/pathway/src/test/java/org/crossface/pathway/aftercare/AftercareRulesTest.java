package org.crossface.pathway.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.aftercare.complication.RecordComplication;
import org.crossface.pathway.aftercare.complication.RegradeComplication;
import org.crossface.pathway.aftercare.complication.ResolveComplication;
import org.crossface.pathway.aftercare.contact.CompleteDayOneCall;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.events.ComplicationResolved;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.events.RedFlagResolved;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.aftercare.redflag.AcknowledgeRedFlag;
import org.crossface.pathway.aftercare.redflag.ResolveRedFlag;
import org.crossface.pathway.aftercare.vocabulary.CallDisposition;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.aftercare.vocabulary.InfectionClass;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceOutcome;
import org.crossface.pathway.aftercare.wound.CloseSurveillance;
import org.crossface.pathway.aftercare.wound.DiagnoseInfection;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.events.AftercareAdmitted;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.OperationRecordSigned;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AftercareRulesTest {

    /** The evening of 2025-01-14 at the surgery centre. */
    private static final OffsetDateTime EVENING = OffsetDateTime.parse("2025-01-15T02:00:00Z");

    private static final Map<String, Object> QUIET_CALL = Map.of(
            "stage",
            Stage.ONE,
            "pain",
            3,
            "temperatureCelsius",
            36.8,
            "flags",
            List.of(RedFlag.NUMB_FOOT_QUESTION),
            "disposition",
            CallDisposition.CONTINUE_AT_HOME);

    @Test
    @Tag("SEQ-AFTERCARE")
    void aCallWithoutAnOperationIsRefused() {
        Course.referred()
                .when(Role.AFTERCARE_NURSE, CompleteDayOneCall.class, "2025-01-15", QUIET_CALL)
                .expectException(Refused.by("SEQ-AFTERCARE"));
    }

    @Test
    @Tag("SEQ-AFTERCARE")
    void aNumbFootIsNoRedFlagAndNoComplication() {
        Course.stageOneDone()
                .when(Role.AFTERCARE_NURSE, CompleteDayOneCall.class, "2025-01-15", QUIET_CALL)
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> {
                    assertThat(pathway.state().afterCare().openRedFlags()).isEmpty();
                    assertThat(pathway.state().afterCare().complications()).isEmpty();
                });
    }

    @Test
    void feverAtTheCallRaisesARedFlag() {
        Course.stageOneDone()
                .when(
                        Role.AFTERCARE_NURSE,
                        CompleteDayOneCall.class,
                        "2025-01-15",
                        Map.of("stage", Stage.ONE, "temperatureCelsius", 38.0, "flags", List.of(RedFlag.CONSTIPATION)))
                .expectState(pathway -> assertThat(
                                pathway.state().afterCare().openRedFlags().values())
                        .containsExactly(RedFlag.FEVER));
    }

    @Test
    void twoDaysAfterTheOperationASlightRiseIsNoFeverAnyMore() {
        Course operated = Course.stageOneDone()
                .and(SurgeryScheduled.class, "2025-01-01", Map.of("caseId", "case-1", "stage", Stage.ONE))
                .and(IncisionMade.class, "2025-01-14", Map.of("caseId", "case-1"));
        called(operated, "2025-01-16", 38.0).containsExactly(RedFlag.FEVER);
        called(operated, "2025-01-17", 38.4).isEmpty();
        called(operated, "2025-01-17", 38.5).containsExactly(RedFlag.FEVER);
    }

    private static ListAssert<RedFlag> called(Course course, String day, double temperature) {
        List<RedFlag> raised = new ArrayList<>();
        course.when(
                        Role.AFTERCARE_NURSE,
                        CompleteDayOneCall.class,
                        day,
                        Map.of("stage", Stage.ONE, "temperatureCelsius", temperature, "flags", List.of(), "pain", 2))
                .expectState(pathway ->
                        raised.addAll(pathway.state().afterCare().openRedFlags().values()));
        return assertThat(raised);
    }

    @Test
    @Tag("SEQ-INFECTION")
    void anInfectionBeforeTheOperationIsRefused() {
        Course.stageOneDone()
                .when(DiagnoseInfection.class, "2025-01-20", infection(LocalDate.of(2025, 1, 13)))
                .expectException(Refused.by("SEQ-INFECTION"));
    }

    @Test
    @Tag("SEQ-INFECTION")
    void anInfectionOnTheDayOfTheOperationIsTaken() {
        Course.stageOneDone()
                .when(DiagnoseInfection.class, "2025-01-20", infection(Course.STAGE_ONE))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-53")
    void aSuperficialInfectionOnTheThirtyFirstDayIsRefused() {
        Course.stageOneDone()
                .when(DiagnoseInfection.class, "2025-02-20", infection(LocalDate.of(2025, 2, 13)))
                .expectException(Refused.by("INV-53"));
    }

    @Test
    @Tag("INV-53")
    void aSuperficialInfectionOnTheThirtiethDayCounts() {
        Course.stageOneDone()
                .when(DiagnoseInfection.class, "2025-02-20", infection(LocalDate.of(2025, 2, 12)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-54")
    void gradeFiveOfALivingPatientIsRefused() {
        Course.stageOneDone()
                .when(RecordComplication.class, "2025-02-20", Map.of("grade", ClavienDindo.V))
                .expectException(Refused.by("INV-54"));
    }

    @Test
    @Tag("INV-54")
    void gradeFiveOfADeadPatientIsTaken() {
        Course.stageOneDone()
                .and(PatientDied.class, "2025-02-19")
                .when(
                        RecordComplication.class,
                        "2025-02-20",
                        Map.of("grade", ClavienDindo.V, "operatingCaseId", ABSENT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-54")
    void gradeThreeBWithoutAnOperationIsRefused() {
        Course.stageOneDone()
                .when(
                        RecordComplication.class,
                        "2025-02-20",
                        Map.of("grade", ClavienDindo.IIIB, "operatingCaseId", ABSENT))
                .expectException(Refused.by("INV-54"));
    }

    @Test
    @Tag("INV-54")
    void gradeThreeBWithItsOperationIsTaken() {
        Course.stageOneDone()
                .and(AnesthesiaInduced.class, "2025-01-14", Map.of("caseId", "case-1"))
                .when(
                        RecordComplication.class,
                        "2025-02-20",
                        Map.of("grade", ClavienDindo.IIIB, "operatingCaseId", "case-1"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("REF-CASE")
    void theOperationThatTreatedAComplicationIsOneOfThisPathway() {
        Course.stageOneDone()
                .when(
                        RecordComplication.class,
                        "2025-02-20",
                        Map.of("grade", ClavienDindo.I, "operatingCaseId", "case-of-another-patient"))
                .expectException(Refused.by("REF-CASE", "operatingCaseId"));
        Course.stageOneDone()
                .and(ComplicationRecorded.class, "2025-02-01", Map.of("factId", "hematoma"))
                .when(
                        RegradeComplication.class,
                        "2025-02-20",
                        Map.of(
                                "complicationId",
                                "hematoma",
                                "grade",
                                ClavienDindo.I,
                                "operatingCaseId",
                                "case-of-another-patient"))
                .expectException(Refused.by("REF-CASE", "operatingCaseId"));
        Course.stageOneDone()
                .when(
                        RecordComplication.class,
                        "2025-02-20",
                        Map.of("grade", ClavienDindo.I, "operatingCaseId", ABSENT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-54")
    void regradingToFiveNeedsADeath() {
        Course.stageOneDone()
                .and(ComplicationRecorded.class, "2025-02-01", Map.of("factId", "hematoma"))
                .when(
                        RegradeComplication.class,
                        "2025-02-20",
                        Map.of("complicationId", "hematoma", "grade", ClavienDindo.V))
                .expectException(Refused.by("INV-54"));
    }

    @Test
    @Tag("REF-COMPLICATION")
    void anUnknownComplicationIsNotRegraded() {
        Course.stageOneDone()
                .and(ComplicationRecorded.class, "2025-02-01", Map.of("factId", "another"))
                .when(
                        RegradeComplication.class,
                        "2025-02-20",
                        Map.of("complicationId", "hematoma", "grade", ClavienDindo.II))
                .expectException(Refused.by("REF-COMPLICATION", "complicationId"));
    }

    @Test
    @Tag("REF-COMPLICATION")
    void aKnownComplicationIsRegraded() {
        Course.stageOneDone()
                .and(ComplicationRecorded.class, "2025-02-01", Map.of("factId", "hematoma"))
                .when(
                        RegradeComplication.class,
                        "2025-02-20",
                        Map.of("complicationId", "hematoma", "grade", ClavienDindo.II, "operatingCaseId", ABSENT))
                .expectState(pathway -> assertThat(
                                pathway.state().afterCare().complications().get("hematoma"))
                        .extracting(AfterCare.Complication::grade, AfterCare.Complication::open)
                        .containsExactly(ClavienDindo.II, true));
    }

    @Test
    @Tag("SEQ-COMPLICATION")
    void aResolvedComplicationIsNotResolvedAgain() {
        Course.stageOneDone()
                .and(ComplicationRecorded.class, "2025-02-01", Map.of("factId", "hematoma"))
                .and(ComplicationRecorded.class, "2025-02-01", Map.of("factId", "another"))
                .and(ComplicationResolved.class, "2025-02-10", Map.of("complicationId", "hematoma"))
                .when(ResolveComplication.class, "2025-02-20", Map.of("complicationId", "hematoma"))
                .expectException(Refused.by("SEQ-COMPLICATION", "complicationId"));
    }

    @Test
    @Tag("SEQ-COMPLICATION")
    void anOpenComplicationIsResolved() {
        Course.stageOneDone()
                .and(ComplicationRecorded.class, "2025-02-01", Map.of("factId", "hematoma"))
                .when(ResolveComplication.class, "2025-02-20", Map.of("complicationId", "hematoma"))
                .expectState(pathway -> assertThat(pathway.state().afterCare().hasOpenComplication())
                        .isFalse());
    }

    @Test
    @Tag("SEQ-RED-FLAG")
    void aClosedRedFlagIsNotClosedAgain() {
        Course.stageOneDone()
                .and(RedFlagRaised.class, "2025-02-01", Map.of("factId", "flag"))
                .and(RedFlagRaised.class, "2025-02-01", Map.of("factId", "another"))
                .and(RedFlagResolved.class, "2025-02-01", Map.of("flagId", "flag"))
                .when(ResolveRedFlag.class, "2025-02-02", Map.of("flagId", "flag"))
                .expectException(Refused.by("SEQ-RED-FLAG", "flagId"));
    }

    @Test
    @Tag("SEQ-RED-FLAG")
    void anOpenRedFlagIsClosed() {
        Course.stageOneDone()
                .and(RedFlagRaised.class, "2025-02-01", Map.of("factId", "flag"))
                .when(ResolveRedFlag.class, "2025-02-02", Map.of("flagId", "flag"))
                .expectState(pathway ->
                        assertThat(pathway.state().afterCare().openRedFlags()).isEmpty());
    }

    @Test
    @Tag("REF-RED-FLAG")
    void anUnknownRedFlagIsNotTakenOver() {
        Course.stageOneDone()
                .and(RedFlagRaised.class, "2025-02-01", Map.of("factId", "another"))
                .when(AcknowledgeRedFlag.class, "2025-02-02", Map.of("flagId", "flag"))
                .expectException(Refused.by("REF-RED-FLAG", "flagId"));
    }

    @Test
    @Tag("REF-RED-FLAG")
    void anOpenRedFlagIsTakenOver() {
        Course.stageOneDone()
                .and(RedFlagRaised.class, "2025-02-01", Map.of("factId", "flag"))
                .when(AcknowledgeRedFlag.class, "2025-02-02", Map.of("flagId", "flag"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-SURVEILLANCE")
    void surveillanceIsNotClosedOnItsLastDay() {
        Course.stageOneDone()
                .when(Role.AFTERCARE_NURSE, CloseSurveillance.class, "2025-02-12", surveillance())
                .expectException(Refused.by("SEQ-SURVEILLANCE"));
    }

    @Test
    @Tag("SEQ-SURVEILLANCE")
    void surveillanceIsClosedOnTheDayAfter() {
        Course.stageOneDone()
                .when(Role.AFTERCARE_NURSE, CloseSurveillance.class, "2025-02-13", surveillance())
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(pathway.state()
                                .afterCare()
                                .isClosed(Stage.ONE, SurveillanceKind.SSI30, Course.STAGE_ONE))
                        .isTrue());
    }

    @Test
    void windowsEndAsTheReferenceComputesThem() {
        assertThat(SurveillanceKind.SSI30.lastDay(LocalDate.of(2026, 3, 3), Policy.defaults()))
                .isEqualTo("2026-04-01");
        assertThat(SurveillanceKind.SSI90.lastDay(LocalDate.of(2026, 3, 3), Policy.defaults()))
                .isEqualTo("2026-05-31");
        assertThat(SurveillanceKind.GLOBAL90.lastDay(LocalDate.of(2026, 1, 20), Policy.defaults()))
                .isEqualTo("2026-04-20");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                PatientGoalsRecorded.class,
                BaselineAssessmentRecorded.class,
                AnesthesiaAssessed.class,
                PatientAdmitted.class,
                StageOneCompleted.class,
                StageTwoCompleted.class,
                FlapChecked.class,
                PatientDischarged.class,
                AftercareAdmitted.class,
                WoundAssessed.class
            })
    void thePatientWasSeenLastWhenSomebodyOfTheTeamWasThere(Class<? extends PathwayEvent> fact) {
        Course course = Course.referred().and(fact, "2025-01-14", Map.of("occurredAt", EVENING));
        assertThat(course.state().afterCare().lastEncounterOn()).isEqualTo("2025-01-14");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                EvaluationScheduled.class,
                SurgeryScheduled.class,
                OperationRecordSigned.class,
                ContactAttempted.class
            })
    void nobodySeesThePatientInAnEntryThatIsOnlyWritten(Class<? extends PathwayEvent> fact) {
        Course course = Course.referred().and(fact, "2025-01-14");
        assertThat(course.state().afterCare().lastEncounterOn()).isNull();
    }

    private static Map<String, Object> infection(LocalDate onset) {
        return Map.of("stage", Stage.ONE, "infectionClass", InfectionClass.SUPERFICIAL, "onsetOn", onset);
    }

    private static Map<String, Object> surveillance() {
        return Map.of("stage", Stage.ONE, "kind", SurveillanceKind.SSI30, "outcome", SurveillanceOutcome.NONE);
    }
}
