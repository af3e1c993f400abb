package org.crossface.pathway.oversight.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.crossface.pathway.HeldReservations;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Samples;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentVerified;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.neurotization.growth.ConfirmNeurotization;
import org.crossface.pathway.oversight.Contradiction;
import org.crossface.pathway.oversight.ContradictionEnd;
import org.crossface.pathway.oversight.ContradictionEnded;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.PathwayResumed;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.WithdrawalScope;
import org.crossface.pathway.oversight.interruption.PutOnHold;
import org.crossface.pathway.oversight.interruption.RecordPatientDeath;
import org.crossface.pathway.oversight.interruption.RecordWithdrawal;
import org.crossface.pathway.oversight.interruption.ResumePathway;
import org.crossface.pathway.patient.BirthDateCorrected;
import org.crossface.pathway.patient.DeathRecorded;
import org.crossface.pathway.patient.DeathRetracted;
import org.crossface.pathway.patient.registration.CorrectBirthDate;
import org.crossface.pathway.patient.registration.PatientCommand;
import org.crossface.pathway.patient.registration.RetractDeath;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.record.Claims;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.rehabilitation.events.FirstMovementObserved;
import org.crossface.pathway.scheduling.booking.CancelSurgery;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.scheduling.readiness.WithdrawEscort;
import org.crossface.pathway.scheduling.vocabulary.CancellationTiming;
import org.crossface.pathway.state.EffectiveFacts;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.Step;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.surgery.admission.AdmitPatient;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.events.SiteMarked;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What was recorded stays true: the cases of the clinical amendments that one pathway decides, each on the record of the textbook
 * patient. The numbers are those of the amendments; a death or a birth date that is wrong is a matter of the person.
 */
@Tag("A-01")
class CorrectionCasesTest {

    private static final String SURGEON = "surgeon-osei";
    private static final String REASON = "The sheet of another patient was on the clipboard";

    private final HeldReservations reservations = new HeldReservations();
    private final PathwayInMemory pathway = new PathwayInMemory("pathway-1", "P-0101", "OR-2", reservations);
    private final List<Step> steps = WrittenStory.textbook().steps(FaceSide.LEFT, LocalDate.of(2025, 1, 14));

    private int played;

    @Test
    @Tag("INV-06")
    void case1TheParalysedSideStaysAfterTheIncision() {
        playUntil("2025-01-14T08:00");
        assertThat(correct(ParalysisCharacterised.class, "paralysedSide", "RIGHT", "2025-01-14T08:10"))
                .containsExactly("INV-06");
        assertThat(retract(last(ParalysisCharacterised.class), "2025-01-14T08:11"))
                .containsExactly("INV-06");
    }

    @Test
    void case1BeforeTheIncisionItIsCorrectedAndWhatWasPlannedForItIsContradicted() {
        playUntil("2025-01-14T07:00");
        assertThat(correct(ParalysisCharacterised.class, "paralysedSide", "RIGHT", "2025-01-14T07:05"))
                .isEmpty();
        assertThat(state().evaluation().paralysedSide()).contains(FaceSide.RIGHT);
        assertThat(contradicted()).contains("SurgeryScheduled INV-15", "HealthySideFunctionConfirmed INV-11");
        assertThat(playNext()).contains("SEQ-CONTRADICTION");
    }

    @Test
    @Tag("INV-32")
    void case2IschemiaFollowsTheCorrectedPedicleTimeAndTheCompletionNeedsItsComment() {
        playUntil("2025-10-07T13:00");
        assertThat(correct(GracilisHarvested.class, "pedicleDividedAt", la("2025-10-07T10:00"), "2025-10-07T13:05"))
                .isEmpty();
        assertThat(state().newestFlap().ischemiaMinutes()).isEqualTo(140);
        assertThat(state().operations()
                        .of(caseId(Stage.TWO))
                        .ischemia()
                        .orElseThrow()
                        .minutes())
                .isEqualTo(140);
        assertThat(contradicted()).isEmpty();
        playUntil("2025-10-07T14:55");
        assertThat(playNext()).containsExactly("INV-32");
    }

    @Test
    @Tag("INV-32")
    void case2ACompletionWithoutItsCommentIsContradicted() {
        playUntil("2025-10-07T14:57");
        assertThat(correct(GracilisHarvested.class, "pedicleDividedAt", la("2025-10-07T10:00"), "2025-10-07T14:58"))
                .isEmpty();
        assertThat(contradicted()).containsExactly("StageTwoCompleted INV-32");
        assertThat(correct(StageTwoCompleted.class, "ischemiaComment", "difficult vein", "2025-10-07T14:59"))
                .isEmpty();
        assertThat(contradicted()).isEmpty();
    }

    @Test
    @Tag("INV-31")
    void case2AReperfusionBeforeTheDivisionIsRefused() {
        playUntil("2025-10-07T13:00");
        assertThat(correct(FlapReperfused.class, "reperfusedAt", la("2025-10-07T10:30"), "2025-10-07T13:05"))
                .containsExactly("INV-31");
    }

    @Test
    void case3AnAdmissionBeforeMidnightMovesTheStay() {
        playUntil("2025-01-14T16:00");
        assertThat(last(PatientDischarged.class).stayMinutes()).isEqualTo(555);
        assertThat(correct(PatientAdmitted.class, "occurredAt", la("2025-01-13T23:50"), "2025-01-14T16:00"))
                .isEmpty();
        PatientDischarged discharge = state().recoveries()
                .of(caseId(Stage.ONE))
                .last(PatientDischarged.class)
                .orElseThrow();
        // 23:50 to 15:25 on the next day are 15 h 35 min
        assertThat(discharge.stayMinutes()).isEqualTo(935);
        assertThat(discharge.sameCalendarDay()).isFalse();
    }

    @Test
    @Tag("INV-59")
    void case4ARetractedCancellationTakesTheSlotAgainOrIsRefused() {
        playUntil("2025-01-10T12:00");
        String slot = "theatre-room site-bayview|OR-2 " + caseId(Stage.ONE);
        assertThat(reservations.all()).contains(slot);
        give(
                Role.SURGICAL_COORDINATOR,
                CancelSurgery.class,
                "2025-01-10T12:00",
                Map.of("stage", Stage.ONE, "timing", CancellationTiming.BEFORE_ADMISSION));
        assertThat(reservations.all()).doesNotContain(slot);
        assertThat(retract(last(SurgeryCancelled.class), "2025-01-10T12:10")).isEmpty();
        assertThat(reservations.all()).contains(slot);
        assertThat(state().schedule().caseOf(Stage.ONE)).isPresent();
        assertThat(state().phase()).isEqualTo(Phase.STAGE1_PLANNED);

        give(
                Role.SURGICAL_COORDINATOR,
                CancelSurgery.class,
                "2025-01-10T12:20",
                Map.of("stage", Stage.ONE, "timing", CancellationTiming.BEFORE_ADMISSION));
        SurgeryScheduled booked = last(SurgeryScheduled.class);
        reservations.occupy(
                Claims.ROOMS,
                "site-bayview|OR-2",
                booked.startsAt().toInstant(),
                booked.startsAt().plusHours(2).toInstant(),
                "case of somebody else");
        assertThat(retract(last(SurgeryCancelled.class), "2025-01-10T12:30")).containsExactly("INV-59");
        assertThat(state().schedule().caseOf(Stage.ONE)).isEmpty();
    }

    @Test
    void case4ARetractedBookingFreesTheSlotAndACorrectedStartMovesIt() {
        playUntil("2025-01-10T12:00");
        assertThat(correct(SurgeryScheduled.class, "startsAt", la("2025-01-14T12:30"), "2025-01-10T12:00"))
                .isEmpty();
        reservations.occupy(
                Claims.ROOMS,
                "site-bayview|OR-2",
                at("2025-01-14T07:30").toInstant(),
                at("2025-01-14T08:30").toInstant(),
                "case of somebody else");
        assertThat(retract(last(SurgeryScheduled.class), "2025-01-10T12:10")).isEmpty();
        reservations.occupy(
                Claims.ROOMS,
                "site-bayview|OR-2",
                at("2025-01-14T12:30").toInstant(),
                at("2025-01-14T13:30").toInstant(),
                "another case of somebody else");
        assertThat(state().schedule().cases()).isEmpty();
    }

    @Test
    @Tag("INV-20")
    @Tag("SEQ-CONTRADICTION")
    void case5ARetractedConfirmationStopsTheBookedOperationUntilANewOne() {
        playUntil("2025-09-20T12:00");
        assertThat(retract(last(NeurotizationConfirmed.class), "2025-09-20T12:00"))
                .isEmpty();
        assertThat(contradicted()).containsExactly("SurgeryScheduled INV-20");
        assertThat(state().schedule().caseOf(Stage.TWO)).isPresent();
        assertThat(state().phase()).isEqualTo(Phase.STAGE2_PLANNED);
        assertThat(give(
                        Role.PREOP_NURSE,
                        AdmitPatient.class,
                        "2025-10-07T05:45",
                        Map.of("caseId", caseId(Stage.TWO), "identifiersChecked", 2)))
                .contains("SEQ-CONTRADICTION");
        assertThat(give(
                        Role.SURGEON,
                        ConfirmNeurotization.class,
                        "2025-09-22T10:00",
                        Map.of("basis", NeurotizationBasis.TINEL_AT_DISTAL_END)))
                .isEmpty();
        assertThat(contradicted()).isEmpty();
        assertThat(state().phase()).isEqualTo(Phase.STAGE2_PLANNED);
        assertThat(state().schedule().caseOf(Stage.TWO)).isPresent();
        playUntil("2025-10-07T08:00");
        assertThat(state().operations().of(caseId(Stage.TWO)).incisionAt()).isPresent();
    }

    @Test
    @Tag("REF-FIELD")
    void whatEndedByItselfIsNotCorrectedAsIfSomebodyHadDecidedIt() {
        playUntil("2025-09-20T12:00");
        assertThat(retract(last(NeurotizationConfirmed.class), "2025-09-20T12:00"))
                .isEmpty();
        assertThat(give(
                        Role.SURGEON,
                        ConfirmNeurotization.class,
                        "2025-09-22T10:00",
                        Map.of("basis", NeurotizationBasis.TINEL_AT_DISTAL_END)))
                .isEmpty();
        assertThat(last(ContradictionEnded.class).ending()).isEqualTo(ContradictionEnd.STANDS_AGAIN);
        assertThat(correct(ContradictionEnded.class, "contradictionId", "contradiction-of-another", "2025-09-22T11:00"))
                .contains("REF-FIELD");
    }

    @Test
    @Tag("REF-FIELD")
    void whatFollowedFromAnotherFactIsNotCorrectedAsIfSomebodyHadEnteredIt() {
        playUntil("2025-01-10T12:00");
        Map<String, Object> cancelled = Map.of("stage", Stage.ONE, "timing", CancellationTiming.BEFORE_ADMISSION);
        assertThat(give(Role.SURGICAL_COORDINATOR, CancelSurgery.class, "2025-01-10T12:00", cancelled))
                .isEmpty();
        assertThat(correct(EscortWithdrawn.class, "reason", "The escort is ill", "2025-01-10T12:10"))
                .containsExactly("REF-FIELD");
        assertThat(correct(SurgeryCancelled.class, "note", "The room is flooded", "2025-01-10T12:10"))
                .as("somebody entered the cancellation")
                .isEmpty();
    }

    @Test
    @Tag("REF-FIELD")
    void aCancellationThatFollowedFromAWithdrawalIsNotCorrected() {
        playUntil("2025-01-10T12:00");
        assertThat(give(
                        Role.SURGEON,
                        RecordWithdrawal.class,
                        "2025-01-10T12:00",
                        Map.of("scope", WithdrawalScope.NEXT_STAGE)))
                .isEmpty();
        assertThat(correct(SurgeryCancelled.class, "note", "The room is flooded", "2025-01-10T12:10"))
                .containsExactly("REF-FIELD");
        assertThat(correct(EscortWithdrawn.class, "reason", "The escort is ill", "2025-01-10T12:10"))
                .containsExactly("REF-FIELD");
    }

    @Test
    void anEscortWhomSomebodyWithdrewIsCorrected() {
        playUntil("2025-01-10T12:00");
        assertThat(give(
                        Role.SURGICAL_COORDINATOR,
                        WithdrawEscort.class,
                        "2025-01-10T12:00",
                        Map.of("stage", Stage.ONE)))
                .isEmpty();
        assertThat(correct(EscortWithdrawn.class, "reason", "The escort is ill", "2025-01-10T12:10"))
                .isEmpty();
    }

    @Test
    @Tag("SEQ-BASIS")
    void case6AConfirmationWithoutItsTinelIsContradicted() {
        playUntil("2025-09-20T12:00");
        assertThat(retract(last(TinelAssessed.class), "2025-09-20T12:00")).isEmpty();
        assertThat(contradicted()).containsExactly("NeurotizationConfirmed SEQ-BASIS");
        assertThat(state().oversight().contradictions().getFirst().caseId()).isNull();
    }

    @Test
    @Tag("INV-21")
    void case7AStageTwoWithoutStageOneIsContradicted() {
        playUntil("2025-09-20T12:00");
        assertThat(retract(last(StageOneCompleted.class), "2025-09-20T12:00")).isEmpty();
        assertThat(contradicted())
                .contains("SurgeryScheduled INV-21", "NeurotizationConfirmed INV-24", "TinelAssessed INV-24");
    }

    @Test
    @Tag("INV-07")
    void case8TheReservationMovesWithTheHarvestedLeg() {
        playUntil("2025-01-14T16:00");
        assertThat(reservations.all()).contains("donor-leg patient-of-pathway-1 RIGHT pathway-1");
        assertThat(correct(SuralNerveHarvested.class, "legSide", "LEFT", "2025-01-14T16:00"))
                .containsExactly("INV-04");

        // where every sheet named the wrong leg, the sheets are corrected from the first one on
        assertThat(correct(ConsentObtained.class, "donorSide", "LEFT", "2025-01-14T16:01"))
                .isEmpty();
        assertThat(correct(ConsentVerified.class, "donorSide", "LEFT", "2025-01-14T16:02"))
                .isEmpty();
        assertThat(correct(SiteMarked.class, "sites[1].side", "LEFT", "2025-01-14T16:03"))
                .isEmpty();
        assertThat(correct(SafetyTimeOutCompleted.class, "legSide", "LEFT", "2025-01-14T16:04"))
                .isEmpty();
        assertThat(correct(SuralNerveHarvested.class, "legSide", "LEFT", "2025-01-14T16:05"))
                .isEmpty();
        assertThat(reservations.all())
                .contains("donor-leg patient-of-pathway-1 LEFT pathway-1")
                .doesNotContain("donor-leg patient-of-pathway-1 RIGHT pathway-1");
    }

    @Test
    @Tag("SEQ-DEATH")
    void case9ARetractedDeathLetsPersonAndPathwayLiveAgainWithTheOperationToBeBookedAnew() {
        playUntil("2025-01-10T12:00");
        assertThat(give(
                        Role.SURGEON,
                        RecordPatientDeath.class,
                        "2025-01-10T12:00",
                        Map.of("diedOn", LocalDate.of(2025, 1, 9))))
                .isEmpty();
        assertThat(state().phase()).isEqualTo(Phase.DECEASED);
        assertThat(pathway.factsOfPerson()).last().isInstanceOf(DeathRecorded.class);
        assertThat(state().schedule().caseOf(Stage.ONE)).isEmpty();
        assertThat(retract(last(PatientDied.class), "2025-01-10T12:50")).containsExactly("SEQ-DEATH");

        assertThat(toPerson(RetractDeath.class, "2025-01-10T13:00", Map.of("reason", "short")))
                .containsExactly("INV-62");
        assertThat(toPerson(RetractDeath.class, "2025-01-10T13:00", Map.of("reason", REASON)))
                .isEmpty();
        assertThat(pathway.factsOfPerson()).last().isInstanceOf(DeathRetracted.class);
        assertThat(state().phase()).isEqualTo(Phase.CANDIDATE);
        assertThat(state().oversight().died()).isFalse();
        assertThat(reservations.all()).anyMatch(each -> each.startsWith(Claims.LIVE_PATHWAYS));
        assertThat(toPerson(RetractDeath.class, "2025-01-10T13:10", Map.of("reason", REASON)))
                .containsExactly("SEQ-DEATH");
    }

    @Test
    @Tag("INV-12")
    void case13ACorrectedBirthDateReachesThePathwayAndContradictsTheDecision() {
        playUntil("2025-01-10T12:00");
        assertThat(toPerson(
                        CorrectBirthDate.class,
                        "2025-01-10T12:00",
                        Map.of("birthDate", "1960-06-02", "reason", REASON)))
                .isEmpty();
        assertThat(pathway.factsOfPerson()).last().isInstanceOf(BirthDateCorrected.class);
        assertThat(state().intake().birthDate()).isEqualTo(PartialDate.of(LocalDate.of(1960, 6, 2)));
        assertThat(EffectiveFacts.computed(pathway.facts()).stream()
                        .filter(CandidacyApproved.class::isInstance)
                        .map(CandidacyApproved.class::cast)
                        .map(CandidacyApproved::ageAtDecision))
                .containsExactly(64);
        assertThat(contradicted()).containsExactly("CandidacyApproved INV-12");
        assertThat(toPerson(
                        CorrectBirthDate.class,
                        "2025-01-10T12:10",
                        Map.of("birthDate", "1990-06-02", "reason", REASON)))
                .isEmpty();
        assertThat(contradicted()).isEmpty();
    }

    @Test
    @Tag("INV-38")
    void case10ADischargeByAWrongScoreIsContradicted() {
        playUntil("2025-01-14T16:00");
        assertThat(correct(PadssScored.class, "bleeding", "0", "2025-01-14T16:00"))
                .isEmpty();
        assertThat(state().recoveries()
                        .of(caseId(Stage.ONE))
                        .padss()
                        .orElseThrow()
                        .total())
                .isEqualTo(7);
        assertThat(contradicted()).containsExactly("PatientDischarged INV-38");
    }

    @Test
    void case11AWrongBaselineIsCorrectedAfterTheDecision() {
        playUntil("2024-11-26T13:00");
        assertThat(correct(
                        BaselineAssessmentRecorded.class,
                        "assessment.sunnybrook.voluntary",
                        "2,1,1,1,1",
                        "2024-11-26T13:00"))
                .isEmpty();
        // 4 x 6 voluntary - 5 x 4 resting - 0 synkinesis
        assertThat(Objects.requireNonNull(state().evaluation().baseline().sunnybrook())
                        .composite())
                .isEqualTo(4);
        assertThat(correct(
                        BaselineAssessmentRecorded.class,
                        "assessment.sunnybrook.voluntary",
                        "2,1,1,1,6",
                        "2024-11-26T13:01"))
                .containsExactly("REF-FIELD");
    }

    @Test
    @Tag("INV-48")
    void case12WhatANewFactCouldNotSayACorrectionCannotEither() {
        playUntil("2026-06-11T12:00");
        assertThat(correct(SuralNerveHarvested.class, "lengthCm", "1.45", "2026-06-11T12:00"))
                .containsExactly("FIELD-RANGE");
        assertThat(correct(FirstMovementObserved.class, "seenOn", "2025-10-01", "2026-06-11T12:01"))
                .containsExactly("INV-48");
        assertThat(correct(TinelAssessed.class, "occurredAt", la("2027-06-11T12:00"), "2026-06-11T12:02"))
                .containsExactly("INV-61");
    }

    @Test
    @Tag("INV-61")
    void case12WhatWasRecordedHadHappenedByThenWheneverItIsCorrected() {
        playUntil("2025-01-14T16:00");
        assertThat(correct(SuralNerveHarvested.class, "occurredAt", la("2025-01-14T08:45"), "2025-01-14T16:00"))
                .as("it was recorded at 08:40")
                .containsExactly("INV-61");
        assertThat(correct(SuralNerveHarvested.class, "occurredAt", la("2025-01-14T08:41"), "2025-01-14T16:01"))
                .as("clocks differ by a minute")
                .isEmpty();
        assertThat(correct(SuralNerveHarvested.class, "occurredAt", la("2025-01-14T08:30"), "2025-01-14T16:02"))
                .isEmpty();
    }

    @Test
    void case14ThePhaseCannotBeTypedOver() {
        playUntil("2025-02-20T12:00");
        give(Role.SURGEON, PutOnHold.class, "2025-02-20T12:00", Map.of());
        give(Role.SURGEON, ResumePathway.class, "2025-02-21T12:00", Map.of());
        assertThat(correct(PathwayResumed.class, "phaseNow", "READY_FOR_STAGE2", "2025-02-21T12:10"))
                .containsExactly("REF-FIELD");
        assertThat(state().phase()).isEqualTo(Phase.NEUROTIZING);
    }

    @Test
    @Tag("INV-60")
    void case15ASideThatAnotherPathwayHasIsRefused() {
        playUntil("2024-11-26T13:00");
        reservations.reserve(Claims.LIVE_PATHWAYS, "patient-of-pathway-1|RIGHT", "pathway-2");
        assertThat(correct(ParalysisCharacterised.class, "paralysedSide", "RIGHT", "2024-11-26T13:00"))
                .containsExactly("INV-60");
        assertThat(state().evaluation().paralysedSide()).contains(FaceSide.LEFT);
    }

    @Test
    void case16TheFirstValueIsEffectiveAgain() {
        playUntil("2025-10-07T14:57");
        assertThat(correct(GracilisHarvested.class, "pedicleDividedAt", la("2025-10-07T10:00"), "2025-10-07T14:58"))
                .isEmpty();
        assertThat(contradicted()).isNotEmpty();
        assertThat(retract(last(RecordCorrected.class), "2025-10-07T14:59")).isEmpty();
        assertThat(state().newestFlap().ischemiaMinutes()).isEqualTo(98);
        assertThat(contradicted()).isEmpty();
    }

    @Test
    @Tag("INV-62")
    @Tag("REF-CONTRADICTION")
    void aSurgeonDecidesThatAContradictedFactStands() {
        playUntil("2025-09-20T12:00");
        assertThat(offered()).as("while nothing is contradicted").isFalse();
        assertThat(give(Role.SURGEON, DecideContradiction.class, "2025-09-20T11:00", Map.of("reason", REASON)))
                .contains("REF-CONTRADICTION");
        assertThat(retract(last(TinelAssessed.class), "2025-09-20T12:00")).isEmpty();
        assertThat(offered()).isTrue();
        String contradiction = state().oversight().contradictions().getFirst().contradictionId();
        assertThat(give(
                        Role.SURGEON,
                        DecideContradiction.class,
                        "2025-09-20T12:05",
                        Map.of("contradictionId", "another", "reason", REASON)))
                .containsExactly("REF-CONTRADICTION");
        assertThat(give(
                        Role.SURGEON,
                        DecideContradiction.class,
                        "2025-09-20T12:05",
                        Map.of("contradictionId", contradiction, "reason", "short")))
                .containsExactly("INV-62");
        assertThat(give(
                        Role.ANESTHESIOLOGIST,
                        DecideContradiction.class,
                        "2025-09-20T12:05",
                        Map.of("contradictionId", contradiction, "reason", REASON)))
                .containsExactly("INV-62");
        assertThat(give(
                        Role.SURGEON,
                        DecideContradiction.class,
                        "2025-09-20T12:05",
                        Map.of("contradictionId", contradiction, "reason", REASON)))
                .isEmpty();
        assertThat(contradicted()).isEmpty();
        playUntil("2025-10-07T08:00");
        assertThat(state().operations().of(caseId(Stage.TWO)).incisionAt()).isPresent();
    }

    @Test
    void aCancelledCaseIsNotContradictedAnyMore() {
        playUntil("2025-09-20T12:00");
        assertThat(retract(last(NeurotizationConfirmed.class), "2025-09-20T12:00"))
                .isEmpty();
        give(
                Role.SURGICAL_COORDINATOR,
                CancelSurgery.class,
                "2025-09-20T12:10",
                Map.of("stage", Stage.TWO, "timing", CancellationTiming.BEFORE_ADMISSION));
        assertThat(contradicted()).isEmpty();
    }

    @Test
    @Tag("REF-FIELD")
    void aCorrectionThatChangesNothingIsRefused() {
        playUntil("2025-01-14T16:00");
        assertThat(correct(SuralNerveHarvested.class, "lengthCm", "14.5", "2025-01-14T16:00"))
                .containsExactly("REF-FIELD");
    }

    private boolean offered() {
        return DecideContradiction.USE_CASE.situations(state(), at("2025-09-20T12:01"), Policy.defaults()).stream()
                .allMatch(each -> DecideContradiction.USE_CASE.unmet(each).isEmpty());
    }

    private void playUntil(String local) {
        while (played < steps.size() && !steps.get(played).at().isAfter(at(local))) {
            pathway.play(List.of(steps.get(played++)));
        }
    }

    /** The rules that have something against the next step of the story. */
    private List<String> playNext() {
        Step step = steps.get(played++);
        try {
            pathway.play(List.of(step));
            return List.of();
        } catch (AssertionError refused) {
            if (refused.getCause() instanceof CommandRefused found) {
                return rules(Optional.of(found));
            }
            throw refused;
        }
    }

    private List<String> correct(Class<? extends PathwayEvent> fact, String field, String value, String when) {
        return give(
                Role.SURGEON,
                CorrectRecord.class,
                when,
                Map.of(
                        "targetFactId",
                        last(fact).factId(),
                        "fields",
                        List.of(new CorrectedField(field, value)),
                        "reason",
                        REASON));
    }

    private List<String> retract(PathwayEvent fact, String when) {
        return give(Role.SURGEON, RetractRecord.class, when, Map.of("targetFactId", fact.factId(), "reason", REASON));
    }

    private List<String> give(Role role, Class<? extends PathwayCommand> command, String when, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of("occurredAt", at(when)));
        all.putAll(values);
        return rules(
                pathway.give(role == Role.SURGEON ? SURGEON : "user-" + role.code(), role, Samples.of(command, all)));
    }

    private List<String> toPerson(Class<? extends PatientCommand> command, String when, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of("occurredAt", at(when), "patientId", pathway.patientId()));
        all.putAll(values);
        return rules(pathway.give(SURGEON, Role.SURGEON, Samples.of(command, all)));
    }

    private static List<String> rules(Optional<CommandRefused> refused) {
        return refused.stream()
                .flatMap(each -> each.broken().stream())
                .map(BrokenRule::rule)
                .map(Rule::id)
                .distinct()
                .toList();
    }

    private <F extends PathwayEvent> F last(Class<F> fact) {
        return pathway.last(fact);
    }

    private PathwayState state() {
        return pathway.state();
    }

    private String caseId(Stage stage) {
        return state().schedule().caseOf(stage).orElseThrow().caseId();
    }

    /** Each as the type of the fact and the rule. */
    private List<String> contradicted() {
        Map<String, PathwayEvent> facts = new HashMap<>();
        pathway.facts().forEach(fact -> facts.put(fact.factId(), fact));
        return state().oversight().contradictions().stream()
                .map((Contradiction each) -> Objects.requireNonNull(facts.get(each.factId()))
                                .getClass()
                                .getSimpleName() + " " + each.rule())
                .toList();
    }

    private static OffsetDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(PathwayFixture.ZONE).toOffsetDateTime();
    }

    private static String la(String local) {
        return at(local).toString();
    }
}
