package org.crossface.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.aftercare.complication.RecordComplication;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.aftercare.vocabulary.ComplicationSite;
import org.crossface.pathway.aftercare.vocabulary.ComplicationType;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.aftercare.wound.CloseSurveillance;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.ConsentVerified;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.neurotization.GraftAbandoned;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.neurotization.growth.AssessTinel;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.planning.decision.RevisePlan;
import org.crossface.pathway.recovery.RecoveryDay;
import org.crossface.pathway.recovery.discharge.ExemptEscort;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.rehabilitation.completion.CompletePathway;
import org.crossface.pathway.rehabilitation.events.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.events.RehabilitationStoppedEarly;
import org.crossface.pathway.rehabilitation.events.SpontaneousSmileObserved;
import org.crossface.pathway.rehabilitation.outcome.ObserveFirstMovement;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.scheduling.readiness.RecordAuthorization;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.admission.AdmitPatient;
import org.crossface.pathway.surgery.checklist.CompleteSignIn;
import org.crossface.pathway.surgery.checklist.CompleteTimeOut;
import org.crossface.pathway.surgery.checklist.ReportChecklistDeviation;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.GracilisInset;
import org.crossface.pathway.surgery.events.GraftTunnelledAndBanked;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.ObturatorToGraftCoapted;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.surgery.graft.RecordSuralHarvest;
import org.crossface.pathway.surgery.record.AttestExternalStage;
import org.crossface.pathway.surgery.record.SignOperationRecord;
import org.crossface.pathway.surgery.reports.ReportNeverEvent;
import org.crossface.pathway.surgery.reports.ReportSafetyEvent;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
import org.crossface.pathway.surgery.transfer.RecordGracilisHarvest;
import org.crossface.pathway.surgery.transfer.RecordInset;
import org.crossface.pathway.surgery.transfer.RecordNerveCoaptation;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules as amendment A-02 of the clinical reference reads them: what they refuse more than before, each beside what they allow. */
class AmendedRulesTest {

    private static final String DAY_TWO = "2025-10-07";

    /** The facts of the day, but for those of this type. */
    private static Course without(DayOfSurgery day, Class<? extends PathwayEvent> type) {
        return Course.of(Histories.without(day.facts(), type));
    }

    private static Map<String, Object> caseTwo(Object... more) {
        Map<String, Object> values = new HashMap<>(Map.of("caseId", "case-2"));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(classes = {AdmitPatient.class, CompleteTimeOut.class})
    @Tag("INV-20")
    @Tag("INV-25")
    void theGraftIsAskedForAgainOnTheDay(Class<? extends PathwayCommand> step) {
        DayOfSurgery day = DayOfSurgery.stageTwo();
        if (step == CompleteTimeOut.class) {
            day.admitted().consentVerified().marked().signedIn().induced();
        }
        Map<String, Object> entry = step == AdmitPatient.class ? caseTwo("medicationConfirmed", ABSENT) : timeOut();
        Course.of(day.facts()).when(step, DAY_TWO, entry).expectSuccessfulHandlerExecution();
        Course retracted = without(day, NeurotizationConfirmed.class);
        retracted.when(step, DAY_TWO, entry).expectException(Refused.by("INV-20"));
        retracted.when(step, DAY_TWO, entry).expectException(Refused.by("INV-25"));
    }

    @ParameterizedTest
    @ValueSource(classes = {AdmitPatient.class, CompleteTimeOut.class})
    @Tag("INV-21")
    void theSixMonthsAreAskedForAgainOnTheDay(Class<? extends PathwayCommand> step) {
        Map<String, Object> entry = step == AdmitPatient.class ? caseTwo("medicationConfirmed", ABSENT) : timeOut();
        DayOfSurgery day = DayOfSurgery.stageTwo();
        if (step == CompleteTimeOut.class) {
            day.admitted().consentVerified().marked().signedIn().induced();
        }
        Course.of(day.facts()).when(step, "2025-07-13", entry).expectException(Refused.by("INV-21"));
    }

    private static Map<String, Object> timeOut() {
        return caseTwo(
                "faceSide",
                FaceSide.LEFT,
                "donorBranchSide",
                ABSENT,
                "legSide",
                ABSENT,
                "thighSide",
                BodySide.LEFT,
                "expectedMinutes",
                240,
                "asaClass",
                2,
                "participants",
                List.of(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.OR_NURSE));
    }

    @Test
    @Tag("INV-25")
    void aMuscleIsNotJoinedToAGraftThatNobodyConfirmed() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision().muscleHarvested();
        Map<String, Object> entry = caseTwo("faceSide", FaceSide.LEFT, "motorNerve", MotorNerve.CROSS_FACIAL_GRAFT);
        without(day, NeurotizationConfirmed.class)
                .when(RecordNerveCoaptation.class, DAY_TWO, entry)
                .expectException(Refused.by("INV-25", "motorNerve"));
        Course.of(day.facts()).when(RecordNerveCoaptation.class, DAY_TWO, entry).expectSuccessfulHandlerExecution();
    }

    private static DayOfSurgery joined(NerveSource source, int ischemiaMinutes) {
        return DayOfSurgery.stageTwoDrivenBy(source)
                .upToIncision()
                .muscleHarvested()
                .arteryJoined(true)
                .veinJoined(true)
                .reperfusedAfter(ischemiaMinutes)
                .nerveJoined()
                .muscleInset();
    }

    private static Map<String, Object> completion() {
        return caseTwo("deviation", ABSENT, "secondSurgeonId", ABSENT, "bloodLossMl", 150);
    }

    @Test
    @Tag("INV-29")
    void aDualPlanNeedsBothNerves() {
        DayOfSurgery day = joined(NerveSource.DUAL, 98);
        Course.of(day.facts())
                .when(CompleteStageTwo.class, DAY_TWO, completion())
                .expectException(Refused.by("INV-29"));
        Course.of(day.facts())
                .and(
                        ObturatorToGraftCoapted.class,
                        DAY_TWO,
                        caseTwo("faceSide", FaceSide.LEFT, "massetericAdded", true))
                .when(CompleteStageTwo.class, DAY_TWO, completion())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-29")
    void anAbandonedGraftPowersNothing() {
        DayOfSurgery day = joined(NerveSource.CFNG, 98);
        Course.of(day.facts())
                .and(GraftAbandoned.class, DAY_TWO)
                .when(CompleteStageTwo.class, DAY_TWO, completion())
                .expectException(Refused.by("INV-29"));
        Course.of(day.facts())
                .when(CompleteStageTwo.class, DAY_TWO, completion())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-32")
    void theComplicationOfAnotherOperationDoesNotExplainThisIschemia() {
        DayOfSurgery day = joined(NerveSource.CFNG, 361);
        ischemiaRecordedWith(day, "case-1").expectException(Refused.by("INV-32"));
        ischemiaRecordedWith(day, "case-2").expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> ischemiaRecordedWith(DayOfSurgery day, String operation) {
        return Course.of(day.facts())
                .and(
                        ComplicationRecorded.class,
                        DAY_TWO,
                        Map.of("type", ComplicationType.PROLONGED_ISCHEMIA, "operatingCaseId", operation))
                .when(CompleteStageTwo.class, "2025-10-08", completion());
    }

    @Test
    @Tag("INV-35")
    void aConsentThatWasVerifiedTheDayBeforeIsVerifiedAgain() {
        DayOfSurgery day = DayOfSurgery.stageTwo().admitted().marked();
        Map<String, Object> entry = caseTwo("identifiersChecked", 2, "participants", List.of(Role.SURGEON));
        Map<String, Object> verified = Map.of(
                "consentId",
                "consent-TWO",
                "type",
                ConsentType.SURGICAL,
                "stage",
                Stage.TWO,
                "faceSide",
                FaceSide.LEFT,
                "donorSide",
                BodySide.LEFT);
        Course.of(day.facts())
                .and(ConsentVerified.class, "2025-10-06", verified)
                .when(CompleteSignIn.class, DAY_TWO, entry)
                .expectException(Refused.by("INV-35", "consentConfirmed"));
        Course.of(day.facts())
                .and(ConsentVerified.class, "2025-10-06", verified)
                .and(ConsentVerified.class, DAY_TWO, verified)
                .when(CompleteSignIn.class, DAY_TWO, entry)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-43")
    void theBedIsReservedForTheTimeOfTheDischarge() {
        RecoveryDay day = RecoveryDay.afterStageTwo()
                .aldrete("16:00", 2)
                .preparedFor(DischargeDestination.AFTERCARE_FACILITY)
                .escorted()
                .padss("17:40", 2, 2, 2, 2, 2)
                .flapChecked("17:40", ArterialSignal.STRONG)
                .watchPlanned(DischargeDestination.AFTERCARE_FACILITY, null)
                .bedReserved(true);
        day.day().refuses("INV-43", "", day.discharge("17:59", DischargeDestination.AFTERCARE_FACILITY));
        day.day().allows(day.discharge("18:00", DischargeDestination.AFTERCARE_FACILITY));
    }

    @Test
    @Tag("INV-40")
    void thePhysicianSignsAnExemptionFromTheEscort() {
        RecoveryDay day = RecoveryDay.afterStageOne();
        ExemptEscort exemption = new ExemptEscort(
                "pathway-1", day.at("15:20"), "case-1", DayOfSurgery.SURGEON, "Lives next door to the surgery centre");
        day.day().signedInAs("surgeon-lind").refuses("INV-40", "physicianId", exemption);
        day.day().signedInAs(DayOfSurgery.SURGEON).allows(exemption);
    }

    @Test
    @Tag("REF-SIGNATURE")
    void aSurgeonAttestsAStageOneInHisOwnName() {
        DayOfSurgery day = DayOfSurgery.stageOne();
        AttestExternalStage attestation = new AttestExternalStage(
                "pathway-1",
                day.at("09:00"),
                "Other Hospital",
                "2024-06-11",
                FaceSide.RIGHT,
                FaceSide.LEFT,
                null,
                "note-ext",
                DayOfSurgery.SURGEON,
                null);
        day.signedInAs("surgeon-lind").refuses("REF-SIGNATURE", "surgeonId", attestation);
        day.signedInAs(DayOfSurgery.SURGEON).allows(attestation);
    }

    @Test
    @Tag("INV-54")
    void gradeThreeBNamesAnOperationUnderGeneralAnesthesiaTheReturnIncluded() {
        complicationIn("case-1", Course.stageOneDone()).expectException(Refused.by("INV-54", "operatingCaseId"));
        complicationIn(
                        "case-1",
                        Course.stageOneDone().and(AnesthesiaInduced.class, "2025-01-14", Map.of("caseId", "case-1")))
                .expectSuccessfulHandlerExecution();
        complicationIn(
                        "case-return",
                        Course.stageOneDone()
                                .and(
                                        ReturnedToTheatre.class,
                                        "2025-01-15",
                                        Map.of("caseId", "case-return", "generalAnesthesia", true)))
                .expectSuccessfulHandlerExecution();
        complicationIn(
                        "case-return",
                        Course.stageOneDone()
                                .and(
                                        ReturnedToTheatre.class,
                                        "2025-01-15",
                                        Map.of("caseId", "case-return", "generalAnesthesia", false)))
                .expectException(Refused.by("INV-54", "operatingCaseId"));
    }

    private static ResultValidator<CarePathway> complicationIn(String operation, Course course) {
        return course.when(
                RecordComplication.class,
                "2025-02-20",
                Map.of("grade", ClavienDindo.IIIB, "operatingCaseId", operation));
    }

    @Test
    @Tag("INV-56")
    void afterADeathTheRecordIsSignedAndReportsAndSurveillanceGoOn() {
        Course dead = Course.of(DayOfSurgery.stageOne()
                        .upToIncision()
                        .harvested()
                        .coapted()
                        .banked()
                        .completed()
                        .facts())
                .and(PatientDied.class, "2025-03-01");
        Map<String, Object> ofCase = Map.of("caseId", "case-1");
        dead.when(Role.OR_NURSE, ReportNeverEvent.class, "2025-03-02", ofCase).expectSuccessfulHandlerExecution();
        dead.when(Role.OR_NURSE, ReportSafetyEvent.class, "2025-03-02", ofCase).expectSuccessfulHandlerExecution();
        dead.when(
                        Role.OR_NURSE,
                        ReportChecklistDeviation.class,
                        "2025-03-02",
                        Map.of("caseId", "case-1", "incisionAt", ABSENT))
                .expectSuccessfulHandlerExecution();
        dead.when(
                        Role.AFTERCARE_NURSE,
                        CloseSurveillance.class,
                        "2025-03-02",
                        Map.of("stage", Stage.ONE, "kind", SurveillanceKind.SSI30))
                .expectSuccessfulHandlerExecution();
        dead.when(Role.BILLING, RecordAuthorization.class, "2025-03-02", Map.of("coveredSiteId", "site-bayview"))
                .expectSuccessfulHandlerExecution();
        dead.when(SignOperationRecord.class, "2025-03-02", Map.of("caseId", "case-1", "surgeonId", "user-SU"))
                .expectException(Refused.by("REF-SURGEON"));
        dead.when(Role.THERAPIST, ObserveFirstMovement.class, "2025-03-02", Map.of())
                .expectException(Refused.by("INV-56"));
    }

    @Test
    @Tag("INV-23")
    void theTinelSignIsMeasuredAgainstWhatWasInserted() {
        Course shortened = Course.referred()
                .and(SuralNerveHarvested.class, "2025-01-14", Map.of("lengthCm", 20.0, "caseId", "case-1"))
                .and(GraftTunnelledAndBanked.class, "2025-01-14", Map.of("caseId", "case-1"))
                .and(
                        StageOneCompleted.class,
                        "2025-01-14",
                        Map.of("operatedOn", Course.STAGE_ONE, "caseId", "case-1", "graftedLengthCm", 10.0));
        shortened
                .when(AssessTinel.class, "2025-08-26", Map.of("advanceMm", 121.0))
                .expectException(Refused.by("INV-23", "advanceMm"));
        shortened
                .when(AssessTinel.class, "2025-08-26", Map.of("advanceMm", 120.0))
                .expectSuccessfulHandlerExecution();
        Course.referred()
                .and(CandidacyApproved.class, "2025-01-20")
                .and(
                        ExternalStageOneAttested.class,
                        "2025-01-14",
                        Map.of(
                                "operatedOn",
                                Course.STAGE_ONE,
                                "operatedOnAsKnown",
                                "2025-01-14",
                                "graftLengthCm",
                                ABSENT))
                .when(AssessTinel.class, "2025-08-26", Map.of("advanceMm", 200.0))
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(pathway.state().graft().advances())
                        .singleElement()
                        .extracting(TinelAssessed::lengthUnknown)
                        .isEqualTo(true));
    }

    @Test
    @Tag("INV-03")
    void withBothSidesParalysedTheSideIsTheOneThatWasConsented() {
        Course both = bilateral()
                .and(GracilisHarvested.class, DAY_TWO, caseTwo("thighSide", BodySide.RIGHT, "flapId", "flap-2"));
        both.when(RecordInset.class, DAY_TWO, caseTwo("faceSide", FaceSide.LEFT, "vectors", 2))
                .expectException(Refused.by("INV-03", "faceSide"));
        both.when(RecordInset.class, DAY_TWO, caseTwo("faceSide", FaceSide.RIGHT, "vectors", 2))
                .expectSuccessfulHandlerExecution();
    }

    /** Paralysed on both sides, a muscle on the right side consented and booked. */
    private static Course bilateral() {
        return Course.referred()
                .and(ParalysisCharacterised.class, "2024-11-06", Map.of("paralysedSide", ParalysedSide.BILATERAL))
                .and(
                        TreatmentPlanSelected.class,
                        "2024-11-07",
                        Map.of(
                                "option",
                                TreatmentOption.GRACILIS_MASSETERIC_1STAGE,
                                "nerveSource",
                                NerveSource.MASSETERIC,
                                "donorThigh",
                                BodySide.RIGHT))
                .and(
                        ConsentObtained.class,
                        "2025-09-10",
                        Map.of(
                                "type",
                                ConsentType.SURGICAL,
                                "stage",
                                Stage.TWO,
                                "faceSide",
                                FaceSide.RIGHT,
                                "donorSide",
                                BodySide.RIGHT))
                .and(SurgeryScheduled.class, "2025-09-11", caseTwo("stage", Stage.TWO))
                .and(
                        SafetyTimeOutCompleted.class,
                        DAY_TWO,
                        caseTwo("faceSide", FaceSide.RIGHT, "thighSide", BodySide.RIGHT))
                .and(IncisionMade.class, DAY_TWO, caseTwo());
    }

    @Test
    @Tag("INV-64")
    void thereIsOneLiveFlapOnEachSide() {
        Course left = bilateral()
                .and(GracilisHarvested.class, "2025-02-01", Map.of("caseId", "case-0", "thighSide", BodySide.LEFT))
                .and(GracilisInset.class, "2025-02-01", Map.of("caseId", "case-0", "faceSide", FaceSide.LEFT));
        Map<String, Object> harvest = caseTwo("thighSide", BodySide.RIGHT, "lengthCm", 9.8, "widthCm", 3.2);
        left.when(RecordGracilisHarvest.class, DAY_TWO, harvest(harvest)).expectSuccessfulHandlerExecution();
        Course right = bilateral()
                .and(
                        GracilisHarvested.class,
                        "2025-02-01",
                        Map.of("caseId", "case-0", "thighSide", BodySide.LEFT, "flapId", "flap-0"))
                .and(
                        GracilisInset.class,
                        "2025-02-01",
                        Map.of("caseId", "case-0", "faceSide", FaceSide.RIGHT, "flapId", "flap-0"));
        right.when(RecordGracilisHarvest.class, DAY_TWO, harvest(harvest)).expectException(Refused.by("INV-64"));
        right.and(FlapLost.class, "2025-02-02", Map.of("caseId", "case-0", "flapId", "flap-0"))
                .when(RecordGracilisHarvest.class, DAY_TWO, harvest(harvest))
                .expectSuccessfulHandlerExecution();
    }

    private static Map<String, Object> harvest(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("weightG", 24.0);
        all.put("pedicleArteryMm", 1.5);
        all.put("veins", 2);
        all.put("nerveLengthCm", 7.0);
        all.put("pedicleDividedAt", Course.noon(DAY_TWO));
        return all;
    }

    @Test
    @Tag("INV-49")
    void aLostFlapHasNoFirstMovementAndAnotherFlapHasItsOwn() {
        Map<String, Object> seen = Map.of("seenOn", LocalDate.of(2026, 6, 1));
        Course.inTherapy()
                .and(GracilisHarvested.class, "2025-10-07", caseTwo("flapId", "flap-1"))
                .and(FlapLost.class, "2026-02-01", caseTwo("flapId", "flap-1"))
                .when(ObserveFirstMovement.class, "2026-06-02", seen)
                .expectException(Refused.by("INV-49"));
        Course moved = Course.inTherapy().and(FirstMovementObserved.class, "2026-03-01");
        moved.when(ObserveFirstMovement.class, "2026-06-02", seen).expectException(Refused.by("INV-49"));
        moved.and(
                        StageTwoCompleted.class,
                        "2026-05-01",
                        Map.of("operatedOn", LocalDate.of(2026, 5, 1), "secondSurgeonId", ABSENT, "flapId", "flap-2"))
                .when(
                        ObserveFirstMovement.class,
                        "2026-06-02",
                        Map.of("seenOn", LocalDate.of(2026, 6, 1), "flapId", "flap-2"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-50")
    void theLastOutcomeVisitLiesInItsWindow() {
        complete("2027-09-15").expectException(Refused.by("INV-50"));
        complete("2027-09-16").expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> complete(String assessedOn) {
        return Course.inTherapy()
                .and(RehabilitationStoppedEarly.class, "2027-04-08")
                .assessed(OutcomeVisit.M24, assessedOn)
                .and(SpontaneousSmileObserved.class, assessedOn)
                .when(CompletePathway.class, "2027-10-12", Map.of());
    }

    @Test
    @Tag("INV-70")
    void stageTwoWaitsForAGraveComplicationAtTheFaceOrADonorSite() {
        booked(ClavienDindo.II, ComplicationSite.LEG).expectException(Refused.by("INV-70"));
        booked(ClavienDindo.I, ComplicationSite.LEG).expectSuccessfulHandlerExecution();
        booked(ClavienDindo.II, ComplicationSite.SYSTEMIC).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> booked(ClavienDindo grade, ComplicationSite site) {
        return Course.of(Histories.readyForStageTwo())
                .and(ComplicationRecorded.class, "2025-09-10", Map.of("grade", grade, "site", site))
                .when(
                        Role.SURGICAL_COORDINATOR,
                        ScheduleSurgery.class,
                        "2025-09-17",
                        Map.of(
                                "stage",
                                Stage.TWO,
                                "startsAt",
                                Course.noon(DAY_TWO),
                                "estimatedMinutes",
                                540,
                                "recoveryMinutes",
                                ABSENT,
                                "room",
                                "OR-1",
                                "surgeonIds",
                                List.of(Histories.SURGEON)));
    }

    @Test
    @Tag("INV-07")
    @Tag("INV-08")
    void aPlanDoesNotNameAUsedDonor() {
        Course used = Course.of(Histories.stageOneDone())
                .and(GraftAbandoned.class, "2025-05-01")
                .and(GracilisHarvested.class, "2025-05-02", Map.of("caseId", "case-2", "thighSide", BodySide.LEFT))
                .and(FlapLost.class, "2025-05-03", Map.of("caseId", "case-2"));
        used.when(RevisePlan.class, "2025-05-04", plan(BodySide.RIGHT, BodySide.RIGHT))
                .expectException(Refused.by("INV-07", "donorLeg"));
        used.when(RevisePlan.class, "2025-05-04", plan(BodySide.LEFT, BodySide.LEFT))
                .expectException(Refused.by("INV-08", "donorThigh"));
        used.when(RevisePlan.class, "2025-05-04", plan(BodySide.LEFT, BodySide.RIGHT))
                .expectSuccessfulHandlerExecution();
    }

    private static Map<String, Object> plan(BodySide leg, BodySide thigh) {
        return Map.of(
                "option",
                TreatmentOption.CFNG_GRACILIS_2STAGE,
                "stageOneSetting",
                PlannedSetting.OUTPATIENT,
                "stageTwoSetting",
                PlannedSetting.OUTPATIENT,
                "nerveSource",
                NerveSource.CFNG,
                "donorLeg",
                leg,
                "donorThigh",
                thigh);
    }

    @Test
    @Tag("INV-07")
    void afterAStageOneElsewhereTheSurgeonConfirmsTheLeg() {
        Course elsewhere = Course.of(DayOfSurgery.stageOne().upToIncision().facts())
                .and(
                        ExternalStageOneAttested.class,
                        "2024-12-01",
                        Map.of("operatedOnAsKnown", "2023-06", "legSide", ABSENT))
                .and(GraftAbandoned.class, "2024-12-02");
        Map<String, Object> harvest =
                Map.of("caseId", "case-1", "legSide", BodySide.RIGHT, "lengthCm", 14.5, "residualLengthCm", ABSENT);
        elsewhere.when(RecordSuralHarvest.class, "2025-01-14", harvest).expectException(Refused.by("INV-07"));
        elsewhere
                .and(
                        RuleOverridden.class,
                        "2025-01-14",
                        Map.of("invariantId", "INV-07", "command", "RecordSuralHarvest"))
                .when(RecordSuralHarvest.class, "2025-01-14", harvest)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-07")
    void aLegThatAnotherCentreNamedIsUsed() {
        Map<String, Object> harvest =
                Map.of("caseId", "case-1", "legSide", BodySide.RIGHT, "lengthCm", 14.5, "residualLengthCm", ABSENT);
        elsewhere(BodySide.RIGHT)
                .when(RecordSuralHarvest.class, "2025-01-14", harvest)
                .expectException(Refused.by("INV-07", "legSide"));
        elsewhere(BodySide.LEFT)
                .when(RecordSuralHarvest.class, "2025-01-14", harvest)
                .expectSuccessfulHandlerExecution();
    }

    private static Course elsewhere(BodySide leg) {
        return Course.of(DayOfSurgery.stageOne().upToIncision().facts())
                .and(
                        ExternalStageOneAttested.class,
                        "2024-12-01",
                        Map.of("operatedOnAsKnown", "2023-06", "legSide", leg))
                .and(GraftAbandoned.class, "2024-12-02");
    }

    @Test
    @Tag("INV-49")
    void aFactThatNamesNoMuscleIsAboutTheOneThatWasTransferredLast() {
        Map<String, Object> unnamed = new HashMap<>();
        unnamed.put("flapId", ABSENT);
        unnamed.put("seenOn", LocalDate.of(2026, 6, 1));
        PathwayState state = Course.inTherapy()
                .and(FlapLost.class, "2026-02-01", Map.of("caseId", "case-2"))
                .and(
                        StageTwoCompleted.class,
                        "2026-03-01",
                        Map.of(
                                "operatedOn",
                                LocalDate.of(2026, 3, 1),
                                "secondSurgeonId",
                                ABSENT,
                                "flapId",
                                "flap-2",
                                "caseId",
                                "case-3"))
                .and(FirstMovementObserved.class, "2026-06-01", unnamed)
                .state();
        assertThat(state.rehabilitations().of("flap-1").firstMovementOn()).isNull();
        assertThat(state.rehabilitations().of("flap-2").firstMovementOn()).isEqualTo("2026-06-01");
    }

    @Test
    @Tag("REF-FLAP")
    void ofTwoMusclesOneIsNamed() {
        Course two = Course.inTherapy()
                .and(
                        StageTwoCompleted.class,
                        "2026-03-01",
                        Map.of(
                                "operatedOn",
                                LocalDate.of(2026, 3, 1),
                                "secondSurgeonId",
                                ABSENT,
                                "flapId",
                                "flap-2",
                                "caseId",
                                "case-3"));
        LocalDate seen = LocalDate.of(2026, 6, 1);
        two.when(ObserveFirstMovement.class, "2026-06-02", Map.of("seenOn", seen, "flapId", ABSENT))
                .expectException(Refused.by("REF-FLAP", "flapId"));
        two.when(ObserveFirstMovement.class, "2026-06-02", Map.of("seenOn", seen, "flapId", "flap-3"))
                .expectException(Refused.by("REF-FLAP", "flapId"));
        two.when(ObserveFirstMovement.class, "2026-06-02", Map.of("seenOn", seen, "flapId", "flap-2"))
                .expectSuccessfulHandlerExecution();
        Course.inTherapy()
                .when(ObserveFirstMovement.class, "2026-06-02", Map.of("seenOn", seen, "flapId", ABSENT))
                .expectState(pathway -> assertThat(
                                pathway.state().rehabilitations().of("flap-1").firstMovementOn())
                        .isEqualTo(seen));
    }
}
