package org.crossface.pathway.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.aftercare.contact.CompleteDayOneCall;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceOutcome;
import org.crossface.pathway.aftercare.wound.CloseSurveillance;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Signer;
import org.crossface.pathway.consent.signature.ObtainConsent;
import org.crossface.pathway.consent.signature.VerifyConsent;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.evaluation.Completeness;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.examination.CharacteriseParalysis;
import org.crossface.pathway.evaluation.examination.CompleteEvaluation;
import org.crossface.pathway.evaluation.examination.ConfirmHealthySide;
import org.crossface.pathway.evaluation.examination.RecordAssessment;
import org.crossface.pathway.evaluation.examination.RecordGoals;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.growth.AssessTinel;
import org.crossface.pathway.neurotization.growth.ConfirmNeurotization;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.decision.CandidacyDecision;
import org.crossface.pathway.planning.decision.DecideCandidacy;
import org.crossface.pathway.planning.decision.SelectPlan;
import org.crossface.pathway.recovery.discharge.DischargePatient;
import org.crossface.pathway.recovery.discharge.GiveDischargeInstructions;
import org.crossface.pathway.recovery.discharge.RecordEscortArrival;
import org.crossface.pathway.recovery.discharge.SignDischargeOrder;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.flap.CheckFlap;
import org.crossface.pathway.recovery.flap.PlanFlapMonitoring;
import org.crossface.pathway.recovery.pacu.AdmitToRecovery;
import org.crossface.pathway.recovery.pacu.EnterPhaseTwo;
import org.crossface.pathway.recovery.pacu.EvaluateAnesthesiaRecovery;
import org.crossface.pathway.recovery.pacu.ScoreAldrete;
import org.crossface.pathway.recovery.pacu.ScorePadss;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.CarePlace;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.recovery.vocabulary.Swelling;
import org.crossface.pathway.recovery.vocabulary.VenousSignal;
import org.crossface.pathway.rehabilitation.completion.CompletePathway;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.events.PathwayCompleted;
import org.crossface.pathway.rehabilitation.outcome.AssessOutcome;
import org.crossface.pathway.rehabilitation.outcome.ObserveFirstMovement;
import org.crossface.pathway.rehabilitation.outcome.ObserveSpontaneousSmile;
import org.crossface.pathway.rehabilitation.therapy.CompleteRehabilitation;
import org.crossface.pathway.rehabilitation.therapy.StartRehabilitation;
import org.crossface.pathway.rehabilitation.vocabulary.MovementObserver;
import org.crossface.pathway.rehabilitation.vocabulary.MovementTrigger;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeClass;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.rehabilitation.vocabulary.SpontaneousSmile;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.scheduling.readiness.AssessAnesthesia;
import org.crossface.pathway.scheduling.readiness.GrantClearance;
import org.crossface.pathway.scheduling.readiness.NameEscort;
import org.crossface.pathway.scheduling.readiness.RecordPreOpItem;
import org.crossface.pathway.scheduling.readiness.ReserveAftercare;
import org.crossface.pathway.scheduling.vocabulary.EscortRelation;
import org.crossface.pathway.scheduling.vocabulary.PreOpItem;
import org.crossface.pathway.scheduling.vocabulary.PreOpResult;
import org.crossface.pathway.surgery.admission.AdmitPatient;
import org.crossface.pathway.surgery.admission.MarkSites;
import org.crossface.pathway.surgery.admission.VerifyFasting;
import org.crossface.pathway.surgery.checklist.CloseIncision;
import org.crossface.pathway.surgery.checklist.CompleteSignIn;
import org.crossface.pathway.surgery.checklist.CompleteSignOut;
import org.crossface.pathway.surgery.checklist.CompleteTimeOut;
import org.crossface.pathway.surgery.checklist.InduceAnesthesia;
import org.crossface.pathway.surgery.checklist.MakeIncision;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.graft.CompleteStageOne;
import org.crossface.pathway.surgery.graft.RecordBanking;
import org.crossface.pathway.surgery.graft.RecordDonorCoaptation;
import org.crossface.pathway.surgery.graft.RecordSuralHarvest;
import org.crossface.pathway.surgery.record.SignOperationRecord;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
import org.crossface.pathway.surgery.transfer.RecordAnastomosis;
import org.crossface.pathway.surgery.transfer.RecordGracilisHarvest;
import org.crossface.pathway.surgery.transfer.RecordInset;
import org.crossface.pathway.surgery.transfer.RecordNerveCoaptation;
import org.crossface.pathway.surgery.transfer.RecordReperfusion;
import org.crossface.pathway.surgery.vocabulary.AnastomosisKind;
import org.crossface.pathway.surgery.vocabulary.AnastomosisTechnique;
import org.crossface.pathway.surgery.vocabulary.Anatomy;
import org.crossface.pathway.surgery.vocabulary.BankLocation;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.surgery.vocabulary.DonorBranch;
import org.crossface.pathway.surgery.vocabulary.HarvestTechnique;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.surgery.vocabulary.RecipientVessel;
import org.crossface.pathway.surgery.vocabulary.SiteMark;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Test;

/** SC-01: the textbook patient, paralysed on the left, from the referral to the outcome after two years, refusals included. */
class TextbookPathwayTest {

    private static final Role SC = Role.SURGICAL_COORDINATOR;
    private static final Role SU = Role.SURGEON;
    private static final Role AN = Role.ANESTHESIOLOGIST;
    private static final Role PN = Role.PREOP_NURSE;
    private static final Role ON = Role.OR_NURSE;
    private static final Role PACU = Role.PACU_NURSE;
    private static final Role AC = Role.AFTERCARE_NURSE;
    private static final Role PT = Role.THERAPIST;

    private final PathwayInMemory pathway = new PathwayInMemory();
    private String caseId = "";

    @Test
    void theTextbookPatientReachesTheGoal() {
        evaluate();
        assertThat(pathway.state().evaluation().baseline().sunnybrook().composite())
                .isZero();
        assertThat(pathway.state().phase()).isEqualTo(Phase.CANDIDATE);

        prepare(Stage.ONE, "2024-12-17", "2024-12-20", BodySide.RIGHT);
        schedule("2024-12-20T13:00", Stage.ONE, "2025-01-14T08:00:00-08:00");
        operateStageOne();
        goHome();
        PatientDischarged stageOne = pathway.last(PatientDischarged.class);
        assertThat(stageOne.stayMinutes()).isEqualTo(555);
        assertThat(stageOne.sameCalendarDay()).isTrue();
        assertThat(pathway.state().phase()).isEqualTo(Phase.NEUROTIZING);

        waitForTheGraft();
        assertThat(pathway.state().phase()).isEqualTo(Phase.READY_FOR_STAGE2);

        prepare(Stage.TWO, "2025-09-09", "2025-09-16", BodySide.LEFT);
        bed();
        schedule("2025-09-17T09:00", Stage.TWO, "2025-10-07T07:30:00-07:00");
        operateStageTwo();
        assertThat(pathway.last(FlapReperfused.class).ischemiaMinutes()).isEqualTo(98);
        goToAftercare();
        PatientDischarged stageTwo = pathway.last(PatientDischarged.class);
        assertThat(stageTwo.stayMinutes()).isEqualTo(885);
        assertThat(stageTwo.sameCalendarDay()).isTrue();

        rehabilitate();
        complete();
        assertThat(pathway.state().phase()).isEqualTo(Phase.COMPLETED);
        assertThat(pathway.last(PathwayCompleted.class).outcome()).isEqualTo(OutcomeClass.GOAL_MET);
    }

    private void evaluate() {
        give(
                SC,
                "2024-11-05T09:00",
                RegisterReferral.class,
                Map.of(
                        "number",
                        "P-0101",
                        "referredOn",
                        LocalDate.of(2024, 11, 5),
                        "referredSide",
                        ParalysedSide.LEFT));
        give(SU, "2024-11-19T10:00", RecordGoals.class, Map.of("goals", "smile without thinking"));
        give(
                SU,
                "2024-11-19T10:05",
                CharacteriseParalysis.class,
                Map.of(
                        "paralysedSide",
                        ParalysedSide.LEFT,
                        "cause",
                        Cause.BELL_PALSY,
                        "onset",
                        "2020-09",
                        "congenital",
                        false,
                        "completeness",
                        Completeness.COMPLETE,
                        "houseBrackmann",
                        6,
                        "irreversibleLoss",
                        false));
        give(SU, "2024-11-19T10:10", ConfirmHealthySide.class, Map.of("testedSide", FaceSide.RIGHT));
        give(
                SU,
                "2024-11-19T10:20",
                RecordAssessment.class,
                Map.of(
                        "houseBrackmann",
                        6,
                        "sunnybrookResting",
                        List.of(1, 2, 1),
                        "sunnybrookVoluntary",
                        List.of(1, 1, 1, 1, 1),
                        "sunnybrookSynkinesis",
                        List.of(0, 0, 0, 0, 0),
                        "sunnybrookComposite",
                        ABSENT,
                        "smileExcursionMm",
                        0.4,
                        "faceAnswers",
                        ABSENT,
                        "faceRawSum",
                        45));
        give(SU, "2024-11-19T10:30", CompleteEvaluation.class, Map.of());
        give(
                SU,
                "2024-11-26T10:00",
                DecideCandidacy.class,
                Map.of(
                        "decision",
                        CandidacyDecision.APPROVE,
                        "option",
                        TreatmentOption.CFNG_GRACILIS_2STAGE,
                        "reviewOn",
                        ABSENT,
                        "guidelineExceptions",
                        List.of(),
                        "exceptionRationale",
                        ABSENT));
        give(
                SU,
                "2024-11-26T10:10",
                SelectPlan.class,
                Map.of(
                        "option",
                        TreatmentOption.CFNG_GRACILIS_2STAGE,
                        "nerveSource",
                        NerveSource.CFNG,
                        "donorLeg",
                        BodySide.RIGHT,
                        "donorThigh",
                        BodySide.LEFT));
    }

    private void prepare(Stage stage, String consentOn, String clearanceOn, BodySide donorSide) {
        for (ConsentType type : List.of(ConsentType.SURGICAL, ConsentType.ANESTHESIA)) {
            give(
                    SU,
                    consentOn + "T10:00",
                    ObtainConsent.class,
                    Map.of(
                            "type",
                            type,
                            "stage",
                            stage,
                            "procedure",
                            TreatmentOption.CFNG_GRACILIS_2STAGE,
                            "faceSide",
                            FaceSide.LEFT,
                            "donorSide",
                            donorSide,
                            "surgeonId",
                            "surgeon-osei",
                            "setting",
                            PlannedSetting.OUTPATIENT,
                            "signer",
                            Signer.PATIENT,
                            "lacksCapacity",
                            false,
                            "afterSedation",
                            false));
        }
        give(
                AN,
                clearanceOn + "T09:00",
                AssessAnesthesia.class,
                Map.of("stage", stage, "asaClass", 2, "mallampati", 2));
        for (PreOpItem item : PreOpItem.values()) {
            give(
                    PN,
                    clearanceOn + "T09:10",
                    RecordPreOpItem.class,
                    Map.of("stage", stage, "item", item, "result", PreOpResult.PASS));
        }
        give(
                SC,
                clearanceOn + "T09:20",
                NameEscort.class,
                Map.of("stage", stage, "relation", EscortRelation.SPOUSE_OR_PARTNER));
        give(AN, clearanceOn + "T09:30", GrantClearance.class, Map.of("stage", stage));
    }

    private void schedule(String when, Stage stage, String startsAt) {
        give(SC, when, ScheduleSurgery.class, slot(stage, startsAt));
        caseId = pathway.last(SurgeryScheduled.class).caseId();
    }

    private static Map<String, Object> slot(Stage stage, String startsAt) {
        return Map.of(
                "stage",
                stage,
                "startsAt",
                OffsetDateTime.parse(startsAt),
                "estimatedMinutes",
                240,
                "recoveryMinutes",
                ABSENT,
                "room",
                "OR-2",
                "surgeonIds",
                List.of("surgeon-osei"));
    }

    private void operateStageOne() {
        safetyUntilIncision(Stage.ONE, "2025-01-14", "06:10", "07:12", "07:55", "08:00");
        inCase(
                SU,
                "2025-01-14T08:40",
                RecordSuralHarvest.class,
                Map.of(
                        "legSide",
                        BodySide.RIGHT,
                        "lengthCm",
                        14.5,
                        "technique",
                        HarvestTechnique.ENDOSCOPIC,
                        "residualLengthCm",
                        ABSENT));
        assertThat(refusalInCase(SU, "2025-01-14T09:30", RecordDonorCoaptation.class, coaptation(FaceSide.LEFT)))
                .isEqualTo("INV-01");
        inCase(SU, "2025-01-14T09:30", RecordDonorCoaptation.class, coaptation(FaceSide.RIGHT));
        inCase(
                SU,
                "2025-01-14T10:40",
                RecordBanking.class,
                Map.of("distalSide", FaceSide.LEFT, "location", BankLocation.UPPER_GINGIVOBUCCAL_SULCUS));
        inCase(ON, "2025-01-14T11:38", CloseIncision.class, Map.of());
        inCase(ON, "2025-01-14T11:45", CompleteSignOut.class, signOut());
        inCase(SU, "2025-01-14T11:50", CompleteStageOne.class, Map.of("graftedLengthCm", 14.5));
    }

    private static Map<String, Object> coaptation(FaceSide side) {
        return Map.of("faceSide", side, "branch", DonorBranch.BUCCAL, "type", CoaptationType.END_TO_END, "count", 1);
    }

    private void safetyUntilIncision(
            Stage stage, String day, String admitted, String signIn, String timeOut, String incision) {
        boolean one = stage == Stage.ONE;
        inCase(PN, day + "T" + admitted, AdmitPatient.class, Map.of("identifiersChecked", 2));
        give(
                PN,
                day + "T" + admitted,
                VerifyConsent.class,
                Map.of(
                        "type",
                        ConsentType.SURGICAL,
                        "stage",
                        stage,
                        "faceSide",
                        FaceSide.LEFT,
                        "donorSide",
                        one ? BodySide.RIGHT : BodySide.LEFT));
        give(
                PN,
                day + "T" + admitted,
                VerifyConsent.class,
                Map.of(
                        "type",
                        ConsentType.ANESTHESIA,
                        "stage",
                        stage,
                        "faceSide",
                        FaceSide.LEFT,
                        "donorSide",
                        one ? BodySide.RIGHT : BodySide.LEFT));
        OffsetDateTime evening = OffsetDateTime.parse(day + "T00:00:00-08:00").minusHours(4);
        inCase(
                PN,
                day + "T" + signIn,
                VerifyFasting.class,
                Map.of("lastClearAt", evening, "lastLightMealAt", evening, "lastFullMealAt", evening));
        inCase(SU, day + "T" + signIn, MarkSites.class, Map.of("sites", marks(one), "surgeonId", "surgeon-osei"));
        inCase(
                ON,
                day + "T" + signIn,
                CompleteSignIn.class,
                Map.of("identifiersChecked", 2, "participants", List.of(ON, SU, AN), "exceptions", ABSENT));
        inCase(AN, day + "T" + signIn, InduceAnesthesia.class, Map.of());
        Map<String, Object> answers = new HashMap<>(Map.of(
                "faceSide",
                FaceSide.LEFT,
                "donorBranchSide",
                one ? FaceSide.RIGHT : ABSENT,
                "legSide",
                one ? BodySide.RIGHT : ABSENT,
                "thighSide",
                one ? ABSENT : BodySide.LEFT,
                "antibioticAt",
                OffsetDateTime.parse(day + "T" + timeOut + (one ? ":00-08:00" : ":00-07:00"))
                        .minusMinutes(20),
                "asaClass",
                2,
                "participants",
                List.of(ON, SU, AN),
                "exceptions",
                ABSENT));
        answers.put("expectedMinutes", 220);
        answers.put("expectedBloodLossMl", 100);
        inCase(ON, day + "T" + timeOut, CompleteTimeOut.class, answers);
        inCase(ON, day + "T" + incision, MakeIncision.class, Map.of("antibioticDeviation", ABSENT));
    }

    private static List<SiteMark> marks(boolean stageOne) {
        return stageOne
                ? List.of(
                        new SiteMark(Anatomy.FACE, BodySide.LEFT),
                        new SiteMark(Anatomy.DONOR_BRANCH, BodySide.RIGHT),
                        new SiteMark(Anatomy.LEG, BodySide.RIGHT))
                : List.of(new SiteMark(Anatomy.FACE, BodySide.LEFT), new SiteMark(Anatomy.THIGH, BodySide.LEFT));
    }

    private static Map<String, Object> signOut() {
        return Map.of(
                "equipmentProblems",
                ABSENT,
                "recoveryConcerns",
                ABSENT,
                "participants",
                List.of(ON, SU, AN),
                "exceptions",
                ABSENT);
    }

    private void goHome() {
        recover("2025-01-14", "12:00", "12:35", "15:10", DischargeDestination.HOME, "14:50");
        assertThat(refusalInCase(PACU, "2025-01-14T15:12", DischargePatient.class, home()))
                .isEqualTo("INV-40");
        inCase(PACU, "2025-01-14T15:15", RecordEscortArrival.class, Map.of("kind", EscortKind.FAMILY));
        inCase(PACU, "2025-01-14T15:25", DischargePatient.class, home());
        give(SU, "2025-01-14T16:00", SignOperationRecord.class, Map.of("caseId", caseId, "surgeonId", "surgeon-osei"));
    }

    private void recover(
            String day, String admitted, String aldrete, String padss, DischargeDestination destination, String order) {
        inCase(PACU, day + "T" + admitted, AdmitToRecovery.class, Map.of());
        inCase(
                PACU,
                day + "T" + aldrete,
                ScoreAldrete.class,
                Map.of(
                        "activity",
                        2,
                        "respiration",
                        2,
                        "circulation",
                        2,
                        "consciousness",
                        1,
                        "oxygenSaturation",
                        2,
                        "total",
                        ABSENT));
        inCase(PACU, day + "T" + aldrete, EnterPhaseTwo.class, Map.of());
        inCase(AN, day + "T" + order, EvaluateAnesthesiaRecovery.class, Map.of());
        inCase(
                SU,
                day + "T" + order,
                SignDischargeOrder.class,
                Map.of("destination", destination, "surgeonId", "surgeon-osei"));
        inCase(
                PACU,
                day + "T" + order,
                GiveDischargeInstructions.class,
                Map.of(
                        "receiver",
                        EscortKind.FAMILY,
                        "followUpAt",
                        OffsetDateTime.parse(day + "T10:00:00-07:00").plusDays(7)));
        inCase(
                PACU,
                day + "T" + padss,
                ScorePadss.class,
                Map.of(
                        "variant",
                        PadssVariant.PADSS,
                        "vitals",
                        2,
                        "activity",
                        2,
                        "nausea",
                        1,
                        "pain",
                        ABSENT,
                        "bleeding",
                        2,
                        "intakeOutput",
                        2,
                        "total",
                        ABSENT));
    }

    private static Map<String, Object> home() {
        return Map.of("destination", DischargeDestination.HOME, "facilityId", ABSENT);
    }

    private void waitForTheGraft() {
        give(
                AC,
                "2025-01-15T10:20",
                CompleteDayOneCall.class,
                Map.of(
                        "stage",
                        Stage.ONE,
                        "pain",
                        3,
                        "nausea",
                        0,
                        "temperatureCelsius",
                        36.9,
                        "flags",
                        List.of(RedFlag.NUMB_FOOT_QUESTION)));
        assertThat(pathway.state().afterCare().hasOpenComplication()).isFalse();
        give(
                AC,
                "2025-02-13T10:00",
                CloseSurveillance.class,
                Map.of("stage", Stage.ONE, "kind", SurveillanceKind.SSI30, "outcome", SurveillanceOutcome.NONE));
        tinel("2025-04-15T10:00", 62, false);
        tinel("2025-07-15T10:00", 118, false);
        assertThat(pathway.refusal(
                        SC, "2025-07-16T09:00", ScheduleSurgery.class, slot(Stage.TWO, "2025-08-05T07:30:00-07:00")))
                .isEqualTo("INV-20");
        tinel("2025-08-26T10:00", 145, true);
        give(
                SU,
                "2025-09-02T10:00",
                ConfirmNeurotization.class,
                Map.of("basis", NeurotizationBasis.TINEL_AT_DISTAL_END, "rationale", ABSENT, "secondReviewer", ABSENT));
    }

    private void tinel(String when, double advanceMm, boolean atDistalEnd) {
        give(
                SU,
                when,
                AssessTinel.class,
                Map.of("present", true, "advanceMm", advanceMm, "atDistalEnd", atDistalEnd, "comment", ABSENT));
    }

    private void bed() {
        give(
                SC,
                "2025-09-16T14:00",
                ReserveAftercare.class,
                Map.of(
                        "stage",
                        Stage.TWO,
                        "facilityId",
                        "facility-harbor",
                        "from",
                        OffsetDateTime.parse("2025-10-07T18:00:00-07:00"),
                        "until",
                        OffsetDateTime.parse("2025-10-11T12:00:00-07:00")));
    }

    private void operateStageTwo() {
        safetyUntilIncision(Stage.TWO, "2025-10-07", "05:45", "07:00", "07:50", "08:00");
        inCase(
                SU,
                "2025-10-07T10:42",
                RecordGracilisHarvest.class,
                Map.of(
                        "thighSide",
                        BodySide.LEFT,
                        "lengthCm",
                        9.8,
                        "widthCm",
                        3.2,
                        "weightG",
                        24.0,
                        "pedicleArteryMm",
                        1.5,
                        "veins",
                        2,
                        "nerveLengthCm",
                        8.0,
                        "pedicleDividedAt",
                        OffsetDateTime.parse("2025-10-07T10:42:00-07:00")));
        anastomosis("2025-10-07T11:40", AnastomosisKind.ARTERIAL);
        anastomosis("2025-10-07T12:15", AnastomosisKind.VENOUS);
        inCase(
                SU,
                "2025-10-07T12:20",
                RecordReperfusion.class,
                Map.of(
                        "reperfusedAt",
                        OffsetDateTime.parse("2025-10-07T12:20:00-07:00"),
                        "ischemiaMinutes",
                        ABSENT,
                        "comment",
                        ABSENT));
        inCase(
                SU,
                "2025-10-07T13:20",
                RecordNerveCoaptation.class,
                Map.of("faceSide", FaceSide.LEFT, "motorNerve", MotorNerve.CROSS_FACIAL_GRAFT));
        assertThat(refusalInCase(
                        SU, "2025-10-07T14:10", RecordInset.class, Map.of("faceSide", FaceSide.RIGHT, "vectors", 2)))
                .isEqualTo("INV-03");
        inCase(SU, "2025-10-07T14:10", RecordInset.class, Map.of("faceSide", FaceSide.LEFT, "vectors", 2));
        inCase(ON, "2025-10-07T14:55", CloseIncision.class, Map.of());
        inCase(ON, "2025-10-07T15:00", CompleteSignOut.class, signOut());
        inCase(
                SU,
                "2025-10-07T15:05",
                CompleteStageTwo.class,
                Map.of(
                        "dopplerSiteMarked",
                        true,
                        "ischemiaComment",
                        ABSENT,
                        "deviation",
                        ABSENT,
                        "secondSurgeonId",
                        ABSENT));
    }

    private void anastomosis(String when, AnastomosisKind kind) {
        inCase(
                SU,
                when,
                RecordAnastomosis.class,
                Map.of(
                        "kind",
                        kind,
                        "recipientVessel",
                        RecipientVessel.FACIAL,
                        "vesselReason",
                        ABSENT,
                        "faceSide",
                        FaceSide.LEFT,
                        "technique",
                        AnastomosisTechnique.HAND_SEWN,
                        "couplerMm",
                        ABSENT));
    }

    private void goToAftercare() {
        recover("2025-10-07", "15:10", "16:00", "20:10", DischargeDestination.AFTERCARE_FACILITY, "19:30");
        inCase(
                SU,
                "2025-10-07T19:40",
                PlanFlapMonitoring.class,
                Map.of(
                        "destination",
                        DischargeDestination.AFTERCARE_FACILITY,
                        "facilityId",
                        "facility-harbor",
                        "method",
                        FlapCheckMethod.HANDHELD_DOPPLER,
                        "surgeonAttestation",
                        ABSENT));
        inCase(PACU, "2025-10-07T20:05", RecordEscortArrival.class, Map.of("kind", EscortKind.FACILITY_STAFF));
        inCase(
                PACU,
                "2025-10-07T20:12",
                CheckFlap.class,
                Map.of(
                        "arterial",
                        ArterialSignal.STRONG,
                        "venous",
                        VenousSignal.PRESENT,
                        "swelling",
                        Swelling.NONE,
                        "bleeding",
                        false,
                        "drainMl",
                        10,
                        "temperatureC",
                        36.0,
                        "place",
                        CarePlace.RECOVERY));
        inCase(
                PACU,
                "2025-10-07T20:30",
                DischargePatient.class,
                Map.of("destination", DischargeDestination.AFTERCARE_FACILITY, "facilityId", "facility-harbor"));
    }

    private void rehabilitate() {
        give(PT, "2025-10-27T10:00", StartRehabilitation.class, Map.of());
        assertThat(pathway.state().rehabilitation().dayZero()).isEqualTo("2025-10-07");
        give(PT, "2026-06-10T10:00", ObserveFirstMovement.class, movement("2026-06-10"));
        assertThat(pathway.refusal(PT, "2026-09-01T10:00", ObserveFirstMovement.class, movement("2026-09-01")))
                .isEqualTo("INV-49");
        give(PT, "2027-04-09T10:00", AssessOutcome.class, finalSet(OutcomeVisit.THERAPY_END));
        give(PT, "2027-04-09T11:00", CompleteRehabilitation.class, Map.of());
    }

    private static Map<String, Object> movement(String day) {
        return Map.of(
                "seenOn",
                LocalDate.parse(day),
                "observer",
                MovementObserver.CLINICIAN,
                "trigger",
                MovementTrigger.CONTRALATERAL_SMILE,
                "excursionMm",
                3.0);
    }

    private void complete() {
        assertThat(pathway.refusal(SU, "2027-10-06T10:00", CompletePathway.class, Map.of()))
                .isEqualTo("INV-50");
        assertThat(pathway.refusal(SU, "2027-10-12T09:00", CompletePathway.class, Map.of()))
                .isEqualTo("INV-50");
        give(SU, "2027-10-12T10:00", AssessOutcome.class, finalSet(OutcomeVisit.M24));
        OutcomeAssessed last = pathway.last(OutcomeAssessed.class);
        assertThat(last.assessment().sunnybrook().composite()).isEqualTo(61);
        give(
                SU,
                "2027-10-12T10:10",
                ObserveSpontaneousSmile.class,
                Map.of("seenOn", LocalDate.of(2027, 10, 12), "degree", SpontaneousSmile.YES));
        assertThat(pathway.refusal(SC, "2027-10-12T10:20", CompletePathway.class, Map.of()))
                .isEqualTo("INV-68");
        give(SU, "2027-10-12T10:20", CompletePathway.class, Map.of("outcome", OutcomeClass.GOAL_MET));
    }

    private static Map<String, Object> finalSet(OutcomeVisit visit) {
        return Map.of(
                "visit",
                visit,
                "houseBrackmann",
                2,
                "sunnybrookResting",
                List.of(0, 1, 0),
                "sunnybrookVoluntary",
                List.of(3, 4, 4, 3, 3),
                "sunnybrookSynkinesis",
                List.of(1, 0, 1, 0, 0),
                "sunnybrookComposite",
                61,
                "smileExcursionMm",
                8.1,
                "faceAnswers",
                ABSENT,
                "faceRawSum",
                ABSENT);
    }

    private void give(Role role, String when, Class<? extends PathwayCommand> command, Map<String, ?> values) {
        pathway.give(role, when, command, values);
    }

    private void inCase(Role role, String when, Class<? extends PathwayCommand> command, Map<String, ?> values) {
        pathway.give(role, when, command, ofCase(values));
    }

    private String refusalInCase(
            Role role, String when, Class<? extends PathwayCommand> command, Map<String, ?> values) {
        String refusal = pathway.refusal(role, when, command, ofCase(values));
        return refusal == null ? "taken" : refusal;
    }

    private Map<String, Object> ofCase(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("caseId", caseId);
        return all;
    }
}
