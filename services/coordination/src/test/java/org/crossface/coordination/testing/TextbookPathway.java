package org.crossface.coordination.testing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.crossface.pathway.aftercare.events.DayOneCallCompleted;
import org.crossface.pathway.aftercare.events.SurveillanceClosed;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.aftercare.vocabulary.CallDisposition;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceOutcome;
import org.crossface.pathway.aftercare.vocabulary.SutureStatus;
import org.crossface.pathway.aftercare.vocabulary.WoundAppearance;
import org.crossface.pathway.aftercare.vocabulary.WoundSite;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Signer;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.evaluation.Completeness;
import org.crossface.pathway.evaluation.EvaluationCompleted;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.evaluation.FaceQuestionnaire;
import org.crossface.pathway.evaluation.Goal;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.evaluation.VisitMode;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.recovery.events.AldreteScored;
import org.crossface.pathway.recovery.events.AnesthesiaRecoveryEvaluated;
import org.crossface.pathway.recovery.events.DischargeInstructionsGiven;
import org.crossface.pathway.recovery.events.DischargeOrderSigned;
import org.crossface.pathway.recovery.events.EscortArrived;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.FlapMonitoringPlanned;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.RecoveryAdmitted;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.CarePlace;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.recovery.vocabulary.Swelling;
import org.crossface.pathway.recovery.vocabulary.VenousSignal;
import org.crossface.pathway.rehabilitation.events.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.events.HomeProgrammeAdherenceReported;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.events.PathwayCompleted;
import org.crossface.pathway.rehabilitation.events.RehabilitationCompleted;
import org.crossface.pathway.rehabilitation.events.RehabilitationStarted;
import org.crossface.pathway.rehabilitation.events.TherapySessionAttended;
import org.crossface.pathway.rehabilitation.vocabulary.MovementObserver;
import org.crossface.pathway.rehabilitation.vocabulary.MovementTrigger;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeClass;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.rehabilitation.vocabulary.TherapyModality;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.events.EscortNamed;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.events.PreOpItemRecorded;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.scheduling.vocabulary.AnesthesiaPlan;
import org.crossface.pathway.scheduling.vocabulary.EscortRelation;
import org.crossface.pathway.scheduling.vocabulary.PreOpItem;
import org.crossface.pathway.scheduling.vocabulary.PreOpResult;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.events.FastingVerified;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.surgery.events.SafetySignOutCompleted;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.vocabulary.AnesthesiaTechnique;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.surgery.vocabulary.IschemiaLevel;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;

/** The facts of story SC-01, counted from the day of the first operation, for a patient of a given number and side. */
public final class TextbookPathway {

    /** Zone of the surgery centre. */
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static final String SURGEON = "surgeon-osei";

    private final String pathwayId;
    private final String number;
    private final FaceSide side;
    private final LocalDate stageOne;
    private final String room;
    private final List<PathwayEvent> facts = new ArrayList<>();

    private TextbookPathway(String pathwayId, String number, FaceSide side, LocalDate stageOne, String room) {
        this.pathwayId = pathwayId;
        this.number = number;
        this.side = side;
        this.stageOne = stageOne;
        this.room = room;
    }

    /** Every fact from the referral to the completion, in the order of time. */
    public static List<PathwayEvent> facts(
            String pathwayId, String number, FaceSide side, LocalDate stageOne, String room) {
        TextbookPathway pathway = new TextbookPathway(pathwayId, number, side, stageOne, room);
        pathway.evaluation();
        pathway.readiness(Stage.ONE, stageOne);
        pathway.operationOne();
        pathway.growth();
        pathway.readiness(Stage.TWO, pathway.stageTwo());
        pathway.operationTwo();
        pathway.rehabilitation();
        return List.copyOf(pathway.facts);
    }

    private LocalDate stageTwo() {
        return stageOne.plusDays(266);
    }

    private OffsetDateTime at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toOffsetDateTime();
    }

    private String fact() {
        return pathwayId + "-fact-" + facts.size();
    }

    private void evaluation() {
        LocalDate referred = stageOne.minusDays(70);
        LocalDate visit = referred.plusDays(14);
        OffsetDateTime visitAt = at(visit, "09:30");
        facts.add(new PatientReferred(
                pathwayId,
                fact(),
                at(referred, "10:00"),
                "patient-of-" + pathwayId,
                number,
                "site-bayview",
                ZONE.getId(),
                referred,
                null,
                LocalDate.of(1990, 6, 2),
                false,
                false,
                null,
                "Long-standing paralysis"));
        facts.add(new EvaluationScheduled(pathwayId, fact(), at(referred, "11:00"), visitAt, VisitMode.IN_PERSON));
        facts.add(new PatientGoalsRecorded(
                pathwayId, fact(), visitAt, "smile without thinking", List.of(Goal.SPONTANEOUS_SMILE)));
        facts.add(new ParalysisCharacterised(
                pathwayId,
                fact(),
                visitAt.plusMinutes(5),
                ParalysedSide.valueOf(side.name()),
                Cause.BELL_PALSY,
                "2020-09",
                false,
                Completeness.COMPLETE,
                6,
                null,
                false,
                false,
                false,
                false));
        facts.add(new BaselineAssessmentRecorded(
                pathwayId, fact(), visitAt.plusMinutes(10), assessment(6, 1, 0.4, 45), "therapist-cho"));
        facts.add(new EvaluationCompleted(pathwayId, fact(), visitAt.plusMinutes(40), SURGEON));
        LocalDate decided = visit.plusDays(7);
        facts.add(new CandidacyApproved(
                pathwayId,
                fact(),
                at(decided, "12:00"),
                TreatmentOption.CFNG_GRACILIS_2STAGE,
                34,
                List.of(),
                null,
                null));
        facts.add(new TreatmentPlanSelected(
                pathwayId,
                fact(),
                at(decided, "12:05"),
                1,
                TreatmentOption.CFNG_GRACILIS_2STAGE,
                PlannedSetting.OUTPATIENT,
                PlannedSetting.OUTPATIENT,
                NerveSource.CFNG,
                donor(Stage.ONE),
                donor(Stage.TWO),
                null));
    }

    private BodySide donor(Stage stage) {
        return BodySide.valueOf((stage == Stage.ONE ? side.opposite() : side).name());
    }

    private static Assessment assessment(int houseBrackmann, int movement, double excursion, int face) {
        return new Assessment(
                houseBrackmann,
                Sunnybrook.of(
                        List.of(0, 1, 0),
                        List.of(movement, movement, movement, movement, movement),
                        List.of(0, 0, 0, 0, 0)),
                excursion,
                FaceQuestionnaire.ofRawSum(face));
    }

    private String caseId(Stage stage) {
        return pathwayId + "-case-" + stage;
    }

    private void readiness(Stage stage, LocalDate operation) {
        LocalDate consented = operation.minusDays(28);
        LocalDate cleared = operation.minusDays(21);
        String consentId = pathwayId + "-consent-" + stage;
        facts.add(new ConsentObtained(
                pathwayId,
                fact(),
                at(consented, "10:00"),
                consentId,
                ConsentType.SURGICAL,
                stage,
                TreatmentOption.CFNG_GRACILIS_2STAGE,
                side,
                donor(stage),
                SURGEON,
                PlannedSetting.OUTPATIENT,
                1,
                Signer.PATIENT,
                "the patient",
                false,
                null,
                null,
                consented.plusDays(90)));
        facts.add(new AnesthesiaAssessed(
                pathwayId, fact(), at(cleared, "09:00"), stage, 2, 2, AnesthesiaPlan.GENERAL, null));
        for (PreOpItem item : List.of(PreOpItem.HISTORY_AND_PHYSICAL, PreOpItem.LABORATORY, PreOpItem.NICOTINE_FREE)) {
            facts.add(new PreOpItemRecorded(
                    pathwayId, fact(), at(cleared, "09:10"), stage, item, PreOpResult.PASS, null));
        }
        facts.add(new EscortNamed(
                pathwayId,
                fact(),
                at(cleared, "09:20"),
                stage,
                "the escort",
                "555 0100",
                EscortRelation.SIBLING,
                true));
        facts.add(
                new PreOpClearanceGranted(pathwayId, fact(), at(cleared, "09:30"), stage, cleared.plusDays(30), null));
        facts.add(new SurgeryScheduled(
                pathwayId,
                fact(),
                at(cleared, "10:00"),
                caseId(stage),
                stage,
                "site-bayview",
                at(operation, stage == Stage.ONE ? "07:30" : "07:15"),
                stage == Stage.ONE ? 240 : 450,
                stage == Stage.ONE ? 240 : 330,
                room,
                List.of(SURGEON),
                1,
                consentId));
    }

    private void operationOne() {
        String id = caseId(Stage.ONE);
        OffsetDateTime admitted = at(stageOne, "06:10");
        admission(Stage.ONE, admitted);
        facts.add(new AnesthesiaInduced(
                pathwayId, fact(), at(stageOne, "07:20"), id, AnesthesiaTechnique.GENERAL_BALANCED));
        facts.add(new IncisionMade(pathwayId, fact(), at(stageOne, "08:00"), id, null));
        facts.add(new StageOneCompleted(
                pathwayId,
                fact(),
                at(stageOne, "11:38"),
                id,
                pathwayId + "-graft",
                stageOne,
                14.5,
                80,
                218,
                "note-1",
                false));
        signOut(id, at(stageOne, "11:45"));
        recovery(Stage.ONE, at(stageOne, "12:00"), at(stageOne, "15:25"), DischargeDestination.HOME, 555);
        aftercare(Stage.ONE, stageOne, WoundSite.LEG);
    }

    private void admission(Stage stage, OffsetDateTime admitted) {
        facts.add(new PatientAdmitted(pathwayId, fact(), admitted, caseId(stage), stage, 2, true, "the nurse"));
        facts.add(new FastingVerified(
                pathwayId,
                fact(),
                admitted.plusMinutes(20),
                caseId(stage),
                admitted.minusHours(3),
                null,
                admitted.minusHours(10),
                3.0,
                null,
                10.0));
    }

    private void signOut(String caseId, OffsetDateTime at) {
        facts.add(new SafetySignOutCompleted(
                pathwayId, fact(), at, caseId, true, CountResult.CORRECT, true, null, null, List.of(), null));
    }

    private void recovery(
            Stage stage,
            OffsetDateTime arrived,
            OffsetDateTime left,
            DischargeDestination destination,
            int stayMinutes) {
        String id = caseId(stage);
        facts.add(new RecoveryAdmitted(pathwayId, fact(), arrived, id));
        facts.add(new AldreteScored(pathwayId, fact(), arrived.plusMinutes(35), id, 2, 2, 2, 2, 1, 9));
        facts.add(new AnesthesiaRecoveryEvaluated(pathwayId, fact(), left.minusMinutes(50), id, true, null));
        facts.add(new DischargeOrderSigned(pathwayId, fact(), left.minusMinutes(35), id, destination, SURGEON));
        facts.add(new DischargeInstructionsGiven(
                pathwayId, fact(), left.minusMinutes(30), id, "v3", true, "en", EscortKind.FAMILY, null));
        facts.add(new PadssScored(
                pathwayId, fact(), left.minusMinutes(15), id, PadssVariant.PADSS, 2, 2, 1, null, 2, 2, 9, 1));
        facts.add(new EscortArrived(pathwayId, fact(), left.minusMinutes(10), id, "the escort", EscortKind.FAMILY));
        facts.add(new PatientDischarged(
                pathwayId,
                fact(),
                left,
                id,
                stage,
                destination,
                destination == DischargeDestination.AFTERCARE_FACILITY ? "facility-harbor" : null,
                true,
                stayMinutes));
    }

    private void aftercare(Stage stage, LocalDate operation, WoundSite donorSite) {
        facts.add(new DayOneCallCompleted(
                pathwayId,
                fact(),
                at(operation.plusDays(1), "10:20"),
                stage,
                3,
                0,
                36.8,
                List.of(),
                CallDisposition.CONTINUE_AT_HOME,
                null));
        facts.add(new WoundAssessed(
                pathwayId,
                fact(),
                at(operation.plusDays(7), "10:00"),
                stage,
                donorSite,
                WoundAppearance.CLEAN,
                SutureStatus.REMOVED,
                null,
                null));
        facts.add(new SurveillanceClosed(
                pathwayId,
                fact(),
                at(operation.plusDays(30), "10:00"),
                stage,
                SurveillanceKind.SSI30,
                SurveillanceOutcome.NONE,
                operation.plusDays(29)));
    }

    private void growth() {
        tinel(stageOne.plusDays(91), 62, false);
        tinel(stageOne.plusDays(182), 118, false);
        tinel(stageOne.plusDays(224), 145, true);
        facts.add(new NeurotizationConfirmed(
                pathwayId,
                fact(),
                at(stageOne.plusDays(231), "10:00"),
                NeurotizationBasis.TINEL_AT_DISTAL_END,
                SURGEON,
                null,
                null));
    }

    private void tinel(LocalDate day, double mm, boolean atEnd) {
        facts.add(new TinelAssessed(pathwayId, fact(), at(day, "10:00"), true, mm, atEnd, SURGEON, null));
    }

    private void operationTwo() {
        LocalDate day = stageTwo();
        String id = caseId(Stage.TWO);
        String flap = pathwayId + "-flap";
        admission(Stage.TWO, at(day, "05:45"));
        facts.add(new AnesthesiaInduced(pathwayId, fact(), at(day, "07:10"), id, AnesthesiaTechnique.GENERAL_BALANCED));
        facts.add(new IncisionMade(pathwayId, fact(), at(day, "07:50"), id, null));
        facts.add(new FlapReperfused(
                pathwayId, fact(), at(day, "12:20"), id, flap, at(day, "12:20"), 98, IschemiaLevel.INFO, true, null));
        facts.add(new StageTwoCompleted(
                pathwayId, fact(), at(day, "14:55"), id, flap, day, 150, 425, "note-2", true, false, null, null, null));
        signOut(id, at(day, "15:00"));
        flapCheck(id, flap, at(day, "15:15"));
        facts.add(new FlapMonitoringPlanned(
                pathwayId,
                fact(),
                at(day, "18:00"),
                id,
                flap,
                DischargeDestination.AFTERCARE_FACILITY,
                "facility-harbor",
                "the night nurse",
                FlapCheckMethod.HANDHELD_DOPPLER,
                true,
                null));
        flapCheck(id, flap, at(day, "20:12"));
        recovery(Stage.TWO, at(day, "15:10"), at(day, "20:30"), DischargeDestination.AFTERCARE_FACILITY, 885);
        aftercare(Stage.TWO, day, WoundSite.THIGH);
    }

    private void flapCheck(String caseId, String flapId, OffsetDateTime at) {
        facts.add(new FlapChecked(
                pathwayId,
                fact(),
                at,
                caseId,
                flapId,
                ArterialSignal.STRONG,
                VenousSignal.PRESENT,
                Swelling.MILD,
                false,
                null,
                null,
                FlapCheckMethod.HANDHELD_DOPPLER,
                CarePlace.RECOVERY,
                null,
                true));
    }

    private void rehabilitation() {
        LocalDate zero = stageTwo();
        facts.add(new RehabilitationStarted(pathwayId, fact(), at(zero.plusDays(32), "10:00"), zero, "therapist-cho"));
        List<OutcomeVisit> visits =
                List.of(OutcomeVisit.M3, OutcomeVisit.M6, OutcomeVisit.M9, OutcomeVisit.M12, OutcomeVisit.M18);
        List<Integer> months = List.of(3, 6, 9, 12, 18);
        for (int month = 2; month <= 18; month++) {
            LocalDate day = zero.plusMonths(month);
            facts.add(new TherapySessionAttended(
                    pathwayId,
                    fact(),
                    at(day.minusDays(1), "09:00"),
                    45,
                    List.of(TherapyModality.MIRROR),
                    false,
                    month < 18 ? day.plusDays(27) : null,
                    "therapist-cho",
                    null));
            facts.add(new HomeProgrammeAdherenceReported(pathwayId, fact(), at(day.minusDays(1), "09:45"), 6, 20));
            if (month == 8) {
                facts.add(new FirstMovementObserved(
                        pathwayId,
                        fact(),
                        at(day.plusDays(3), "10:00"),
                        day.plusDays(3),
                        MovementObserver.CLINICIAN,
                        MovementTrigger.CONTRALATERAL_SMILE,
                        3.0));
            }
            if (months.contains(month)) {
                outcome(visits.get(months.indexOf(month)), day.plusDays(5), 1 + month / 7, month * 0.4);
            }
        }
        facts.add(new RehabilitationCompleted(
                pathwayId, fact(), at(zero.plusMonths(18).plusDays(6), "10:00"), null));
        outcome(OutcomeVisit.M24, zero.plusMonths(24).plusDays(5), 4, 8.1);
        facts.add(new PathwayCompleted(
                pathwayId, fact(), at(zero.plusMonths(24).plusDays(5), "11:00"), OutcomeClass.GOAL_MET, null));
    }

    private void outcome(OutcomeVisit visit, LocalDate day, int movement, double excursion) {
        facts.add(new OutcomeAssessed(
                pathwayId,
                fact(),
                at(day, "10:00"),
                visit,
                assessment(4, movement, excursion, 55),
                null,
                8,
                85,
                false,
                "therapist-cho"));
    }
}
