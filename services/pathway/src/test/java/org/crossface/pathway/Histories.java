package org.crossface.pathway;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.crossface.pathway.evaluation.HealthySideFunctionConfirmed;
import org.crossface.pathway.evaluation.NerveTestMethod;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.evaluation.VisitMode;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.events.EscortNamed;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.scheduling.vocabulary.AnesthesiaPlan;
import org.crossface.pathway.scheduling.vocabulary.EscortRelation;
import org.crossface.pathway.surgery.events.DonorBranchCoapted;
import org.crossface.pathway.surgery.events.GraftTunnelledAndBanked;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.surgery.vocabulary.BankLocation;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.surgery.vocabulary.DonorBranch;
import org.crossface.pathway.surgery.vocabulary.HarvestTechnique;
import org.crossface.pathway.surgery.vocabulary.TunnelRoute;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;

/**
 * The history of the synthetic patient P-0101 (born 1990-06-02, LEFT side paralysed, sural RIGHT leg, gracilis LEFT thigh) at each point
 * of her way. A {@code ...Facts()} method holds the facts of one step alone; the others hold all facts up to a point.
 */
public final class Histories {

    public static final String PATHWAY = "pathway-1";
    public static final String PATIENT = "patient-1";
    public static final String SITE = "site-bayview";
    public static final String SURGEON = "surgeon-osei";
    public static final String CASE_ONE = "case-1";
    public static final String CASE_TWO = "case-2";
    public static final String CONSENT_ONE = "consent-1";
    public static final String CONSENT_TWO = "consent-2";
    public static final String GRAFT = "graft-1";

    private static final AtomicInteger FACTS = new AtomicInteger();

    private Histories() {}

    /** A local time at the surgery centre, such as {@code 2025-01-14T08:00}. */
    public static OffsetDateTime time(String local) {
        return LocalDateTime.parse(local).atZone(PathwayFixture.ZONE).toOffsetDateTime();
    }

    /** Lists one after the other. */
    @SafeVarargs
    public static List<PathwayEvent> join(List<PathwayEvent>... parts) {
        List<PathwayEvent> all = new ArrayList<>();
        for (List<PathwayEvent> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }

    /** The facts without those of this type. */
    public static List<PathwayEvent> without(List<PathwayEvent> facts, Class<? extends PathwayEvent> type) {
        return facts.stream().filter(fact -> !type.isInstance(fact)).toList();
    }

    /** 2024-11-05: referred. */
    public static List<PathwayEvent> referred() {
        return referred("1990-06-02", false);
    }

    /** 2024-11-05: a patient born then was referred. */
    public static List<PathwayEvent> referred(String birthDate, boolean interpreterNeeded) {
        return List.of(new PatientReferred(
                PATHWAY,
                fact(),
                time("2024-11-05T09:00"),
                PATIENT,
                "P-0101",
                SITE,
                PathwayFixture.ZONE.getId(),
                LocalDate.of(2024, 11, 5),
                null,
                birthDate,
                interpreterNeeded,
                false,
                null,
                null,
                null,
                null));
    }

    /** 2024-11-19: the visit, without its completion. */
    public static List<PathwayEvent> visitFacts() {
        return List.of(
                new EvaluationScheduled(
                        PATHWAY, fact(), time("2024-11-06T09:00"), time("2024-11-19T10:00"), VisitMode.IN_PERSON),
                new PatientGoalsRecorded(
                        PATHWAY,
                        fact(),
                        time("2024-11-19T10:05"),
                        "smile without thinking",
                        List.of(Goal.SPONTANEOUS_SMILE)),
                paralysis(ParalysedSide.LEFT, "2020-09", false, false),
                new HealthySideFunctionConfirmed(
                        PATHWAY,
                        fact(),
                        time("2024-11-19T10:20"),
                        FaceSide.RIGHT,
                        DonorBranch.BUCCAL,
                        true,
                        NerveTestMethod.CLINICAL),
                new BaselineAssessmentRecorded(
                        PATHWAY,
                        fact(),
                        time("2024-11-19T10:40"),
                        new Assessment(
                                6,
                                Sunnybrook.of(List.of(1, 2, 1), List.of(1, 1, 1, 1, 1), List.of(0, 0, 0, 0, 0)),
                                0.4,
                                FaceQuestionnaire.ofRawSum(45)),
                        "user-SU"));
    }

    /** 2024-11-19: a complete paralysis of House-Brackmann VI with this side, onset and evidence. */
    public static ParalysisCharacterised paralysis(
            ParalysedSide side, String onset, boolean emgEvidence, boolean irreversibleLoss) {
        return new ParalysisCharacterised(
                PATHWAY,
                fact(),
                time("2024-11-19T10:10"),
                side,
                Cause.BELL_PALSY,
                onset,
                false,
                Completeness.COMPLETE,
                6,
                null,
                false,
                false,
                emgEvidence,
                irreversibleLoss);
    }

    /** 2024-11-19: the evaluation was completed. */
    public static List<PathwayEvent> evaluationCompletedFacts() {
        return List.of(new EvaluationCompleted(PATHWAY, fact(), time("2024-11-19T11:00"), "user-SU"));
    }

    /** Up to the completed evaluation. */
    public static List<PathwayEvent> evaluated() {
        return join(referred(), visitFacts(), evaluationCompletedFacts());
    }

    /** Up to the approved candidacy. */
    public static List<PathwayEvent> approved() {
        return join(
                evaluated(),
                List.of(new CandidacyApproved(
                        PATHWAY,
                        fact(),
                        time("2024-11-26T10:00"),
                        TreatmentOption.CFNG_GRACILIS_2STAGE,
                        34,
                        List.of(),
                        null,
                        null)));
    }

    /** Up to plan version 1. */
    public static List<PathwayEvent> planned() {
        return planned(TreatmentOption.CFNG_GRACILIS_2STAGE, NerveSource.CFNG);
    }

    /** Up to plan version 1 of this treatment. */
    public static List<PathwayEvent> planned(TreatmentOption option, NerveSource source) {
        return join(
                approved(),
                List.of(new TreatmentPlanSelected(
                        PATHWAY,
                        fact(),
                        time("2024-11-26T10:10"),
                        1,
                        option,
                        PlannedSetting.OUTPATIENT,
                        PlannedSetting.OUTPATIENT,
                        source,
                        BodySide.RIGHT,
                        BodySide.LEFT,
                        null,
                        null)));
    }

    /** 2024-12-17 to 2025-01-08: consent (until 2025-03-17), ASA II, clearance (until 2025-01-19), escort of stage one. */
    public static List<PathwayEvent> preparationOneFacts() {
        return List.of(
                consent(Stage.ONE, BodySide.RIGHT, time("2024-12-17T11:00"), LocalDate.of(2025, 3, 17), 1),
                asa(Stage.ONE, 2, time("2024-12-20T09:00")),
                clearance(Stage.ONE, time("2024-12-20T09:30"), LocalDate.of(2025, 1, 19)),
                escort(Stage.ONE, time("2025-01-08T10:00")));
    }

    /** 2025-09-09 to 2025-10-01: the same for stage two, with a bed at the after-care facility. */
    public static List<PathwayEvent> preparationTwoFacts() {
        return List.of(
                consent(Stage.TWO, BodySide.LEFT, time("2025-09-09T11:00"), LocalDate.of(2025, 12, 8), 1),
                asa(Stage.TWO, 2, time("2025-09-16T09:00")),
                clearance(Stage.TWO, time("2025-09-16T09:30"), LocalDate.of(2025, 10, 16)),
                escort(Stage.TWO, time("2025-10-01T10:00")),
                new AftercareBedReserved(
                        PATHWAY,
                        fact(),
                        time("2025-10-01T10:10"),
                        Stage.TWO,
                        "facility-harbor",
                        time("2025-10-07T18:00"),
                        time("2025-10-10T18:00"),
                        true));
    }

    /** A surgical consent of the first plan, signed by the patient. */
    public static ConsentObtained consent(
            Stage stage, BodySide donorSide, OffsetDateTime signedAt, LocalDate validUntil, int planVersion) {
        return new ConsentObtained(
                PATHWAY,
                fact(),
                signedAt,
                stage == Stage.ONE ? CONSENT_ONE : CONSENT_TWO,
                ConsentType.SURGICAL,
                stage,
                TreatmentOption.CFNG_GRACILIS_2STAGE,
                FaceSide.LEFT,
                donorSide,
                SURGEON,
                PlannedSetting.OUTPATIENT,
                planVersion,
                Signer.PATIENT,
                "Patient of the story",
                false,
                null,
                null,
                validUntil);
    }

    public static AnesthesiaAssessed asa(Stage stage, int asaClass, OffsetDateTime at) {
        return new AnesthesiaAssessed(PATHWAY, fact(), at, stage, asaClass, 2, AnesthesiaPlan.GENERAL, null);
    }

    public static PreOpClearanceGranted clearance(Stage stage, OffsetDateTime at, LocalDate validUntil) {
        return new PreOpClearanceGranted(PATHWAY, fact(), at, stage, validUntil, null);
    }

    public static EscortNamed escort(Stage stage, OffsetDateTime at) {
        return new EscortNamed(
                PATHWAY, fact(), at, stage, "Escort of the story", "555-0100", EscortRelation.SIBLING, true);
    }

    /** Up to the preparation for stage one, before it has a slot. */
    public static List<PathwayEvent> readyForStageOne() {
        return join(planned(), preparationOneFacts());
    }

    /** Up to the slot of stage one: 2025-01-14 08:00, OR-2. */
    public static List<PathwayEvent> stageOneScheduled() {
        return join(
                readyForStageOne(),
                List.of(scheduled(CASE_ONE, Stage.ONE, time("2025-01-08T12:00"), time("2025-01-14T08:00"), 240)));
    }

    /** 2025-01-14: the graft, from the harvest to the completion of stage one. */
    public static List<PathwayEvent> graftFacts() {
        return graftFacts(LocalDate.of(2025, 1, 14));
    }

    /** The graft, from the harvest to the completion of stage one on this day. */
    public static List<PathwayEvent> graftFacts(LocalDate day) {
        return List.of(
                new SuralNerveHarvested(
                        PATHWAY,
                        fact(),
                        time(day + "T08:40"),
                        CASE_ONE,
                        GRAFT,
                        BodySide.RIGHT,
                        14.5,
                        HarvestTechnique.ENDOSCOPIC,
                        3,
                        true,
                        null,
                        null),
                new DonorBranchCoapted(
                        PATHWAY,
                        fact(),
                        time(day + "T10:00"),
                        CASE_ONE,
                        GRAFT,
                        FaceSide.RIGHT,
                        DonorBranch.BUCCAL,
                        CoaptationType.END_TO_END,
                        1,
                        true,
                        null,
                        false),
                new GraftTunnelledAndBanked(
                        PATHWAY,
                        fact(),
                        time(day + "T11:00"),
                        CASE_ONE,
                        GRAFT,
                        TunnelRoute.UPPER_LIP,
                        FaceSide.LEFT,
                        BankLocation.UPPER_GINGIVOBUCCAL_SULCUS,
                        13.0,
                        true),
                new StageOneCompleted(
                        PATHWAY, fact(), time(day + "T11:40"), CASE_ONE, GRAFT, day, 14.0, 50, 218, "op-note-1", true));
    }

    /** Up to the completion of stage one on 2025-01-14. */
    public static List<PathwayEvent> stageOneDone() {
        return join(stageOneScheduled(), graftFacts());
    }

    /** 2025-09-02: the surgeon confirmed that the graft carries the signal. */
    public static List<PathwayEvent> neurotizedFacts() {
        return List.of(new NeurotizationConfirmed(
                PATHWAY,
                fact(),
                time("2025-09-02T10:00"),
                NeurotizationBasis.TINEL_AT_DISTAL_END,
                SURGEON,
                null,
                null));
    }

    /** Up to the preparation for stage two, before it has a slot. */
    public static List<PathwayEvent> readyForStageTwo() {
        return join(stageOneDone(), neurotizedFacts(), preparationTwoFacts());
    }

    /** Up to the slot of stage two: 2025-10-07 07:30, OR-2. */
    public static List<PathwayEvent> stageTwoScheduled() {
        return join(
                readyForStageTwo(),
                List.of(scheduled(CASE_TWO, Stage.TWO, time("2025-10-01T12:00"), time("2025-10-07T07:30"), 450)));
    }

    /** A case in OR-2 with the story's surgeon. */
    public static SurgeryScheduled scheduled(
            String caseId, Stage stage, OffsetDateTime at, OffsetDateTime startsAt, int estimatedMinutes) {
        return new SurgeryScheduled(
                PATHWAY,
                fact(),
                at,
                caseId,
                stage,
                SITE,
                startsAt,
                estimatedMinutes,
                stage == Stage.ONE ? 240 : 360,
                "OR-2",
                List.of(SURGEON),
                1,
                stage == Stage.ONE ? CONSENT_ONE : CONSENT_TWO);
    }

    private static String fact() {
        return "fact-" + FACTS.incrementAndGet();
    }
}
