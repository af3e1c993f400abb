package org.crossface.billing.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.billing.account.BillableService.EarlierOperation;
import org.crossface.billing.account.HoldReason;
import org.crossface.billing.account.RaiseCharge;
import org.crossface.billing.coding.BillingTables;
import org.crossface.billing.contract.Claim;
import org.crossface.billing.contract.GraftLengthBand;
import org.crossface.billing.contract.Relation;
import org.crossface.pathway.Samples;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.scheduling.events.AuthorizationDenied;
import org.crossface.pathway.scheduling.events.AuthorizationObtained;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.events.ChargeReviewed;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.events.OperationRecordSigned;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.surgery.vocabulary.ChargeHold;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.surgery.vocabulary.NeverEventKind;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class StageChargesTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2025-05-13T11:38:00-07:00");
    private static final LocalDate STAGE_ONE = LocalDate.of(2025, 5, 13);

    private final StageCharges charges = new StageCharges(
            BillingTables.codes(new ClassPathResource("billing/codes.json")),
            BillingTables.providers(new ClassPathResource("billing/providers.json")),
            at -> Policy.defaults());

    @ParameterizedTest
    @CsvSource({
        "1.0, AT_MOST_4_CM, 64885",
        "4.0, AT_MOST_4_CM, 64885",
        "4.1, OVER_4_CM, 64886",
        "40.0, OVER_4_CM, 64886"
    })
    void theGraftedLengthDecidesTheBandAndTheBandTheCode(double lengthCm, GraftLengthBand band, String code) {
        RaiseCharge charge = first(BillableOperation.of(stageOne(lengthCm)), List.of());
        assertThat(charge.service().graftLengthBand()).isEqualTo(band);
        assertThat(charge.service().suggestedCodes())
                .singleElement()
                .satisfies(suggested -> assertThat(suggested.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"2025-08-11, true", "2025-08-12, false", "2026-01-20, false"})
    void aStageWithinNinetyDaysOfTheFirstBelongsToItsGlobalPeriod(LocalDate secondStage, boolean within) {
        RaiseCharge charge = first(BillableOperation.of(stageTwo(secondStage)), List.of(stageOne(13.8)));
        EarlierOperation expected = new EarlierOperation("case-1", Relation.STAGED, LocalDate.of(2025, 8, 11));
        assertThat(charge.service().inGlobalOf()).isEqualTo(within ? expected : null);
    }

    @Test
    void aSideThatIsNotOnRecordHoldsTheCharge() {
        assertThat(first(BillableOperation.of(stageOne(13.8)), List.of()).heldFor())
                .contains(HoldReason.LATERALITY_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"AUTH-1, false", "'by phone, Ms. B', true"})
    void aNumberThatNoClaimCanCarryIsLeftOutAndLookedAt(String number, boolean held) {
        RaiseCharge charge = first(BillableOperation.of(stageOne(13.8)), List.of(authorization(number)));
        assertThat(charge.heldFor().contains(HoldReason.CODER_REVIEW)).isEqualTo(held);
        assertThat(charge.authorizationNumber()).isEqualTo(held ? null : number);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-13, 2025-05-13, 64886, false",
        "2025-05-14, 2025-08-13, 64886, true",
        "2025-02-13, 2025-05-12, 64886, true",
        "2025-05-13, 2025-05-13, 64885, true",
        ",, 64886, false"
    })
    void anApprovalThatDoesNotCoverTheDayOrTheProcedureHoldsTheCharge(
            LocalDate from, LocalDate until, String code, boolean held) {
        AuthorizationObtained approval = new AuthorizationObtained(
                "pathway-1", "fact-0", AT, Stage.ONE, "payer-7", "AUTH-1", List.of(code), from, until, null);
        RaiseCharge charge = first(BillableOperation.of(stageOne(13.8)), List.of(approval));
        assertThat(charge.heldFor().contains(HoldReason.AUTHORISATION_MISSING)).isEqualTo(held);
        assertThat(charge.authorizationNumber()).isEqualTo(held ? null : "AUTH-1");
    }

    @ParameterizedTest
    @CsvSource({", false", "site-bayview, false", "site-lakeside, true"})
    void anApprovalThatNamesAnotherSurgeryCentreHoldsTheCharge(@Nullable String site, boolean held) {
        AuthorizationObtained approval = new AuthorizationObtained(
                "pathway-1", "fact-0", AT, Stage.ONE, "payer-7", "AUTH-1", List.of(), STAGE_ONE, STAGE_ONE, site);
        RaiseCharge charge = first(BillableOperation.of(stageOne(13.8)), List.of(referred(), approval));
        assertThat(charge.heldFor().contains(HoldReason.AUTHORISATION_MISSING)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE_ANESTHESIA, true, 73, true",
        "AFTER_ANESTHESIA, true, 74, false",
        "AFTER_ANESTHESIA, false, 74, false"
    })
    void aProcedureThatWasStoppedIsChargedWithItsModifiers(
            DiscontinuedPhase phase, boolean inRoom, String facilityModifier, boolean coderDecides) {
        List<PathwayEvent> facts = List.of(referred(), paralysis(), booked());
        BillableOperation stopped = stopped(phase, inRoom, facts).orElseThrow();
        List<RaiseCharge> both = charges.of(stopped, KnownPathway.of(facts), "default-1");
        assertThat(both)
                .extracting(
                        each -> each.service().claim(),
                        each -> each.service().discontinuedPhase(),
                        each -> each.service().suggestedCodes().getFirst().modifiers())
                .containsExactly(
                        tuple(Claim.PROFESSIONAL, phase.name(), List.of("53", "LT")),
                        tuple(Claim.FACILITY, phase.name(), List.of(facilityModifier, "LT")));
        assertThat(both.getFirst().heldFor().contains(HoldReason.CODER_REVIEW)).isEqualTo(coderDecides);
        assertThat(both.getLast().heldFor()).doesNotContain(HoldReason.CODER_REVIEW);
    }

    @Test
    void anOperationThatWasCalledOffBeforeThePatientWasInTheRoomIsNotCharged() {
        assertThat(stopped(DiscontinuedPhase.BEFORE_ANESTHESIA, false, List.of(referred(), booked())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, UNPLANNED_RETURN", "true, STAGED"})
    void aReturnToTheatreIsChargedInTheGlobalPeriodOfItsOperationAndLookedAtByACoder(
            boolean planned, Relation relation) {
        List<PathwayEvent> facts = List.of(referred(), paralysis(), booked(), stageTwo(STAGE_ONE), returned(planned));
        OperationCompletedAsPerformed fact = new OperationCompletedAsPerformed(
                "pathway-1",
                "fact-3",
                AT.plusDays(1),
                "case-3",
                "Hematoma",
                "Evacuated",
                null,
                STAGE_ONE.plusDays(1),
                100,
                60,
                "note");
        BillableOperation operation =
                BillableOperation.of(fact, KnownPathway.of(facts).state()).orElseThrow();
        RaiseCharge charge = first(operation, facts);
        assertThat(charge.service().factType()).isEqualTo("RETURN_TO_THEATRE");
        assertThat(charge.service().inGlobalOf())
                .isEqualTo(new EarlierOperation("case-2", relation, STAGE_ONE.plusDays(90)));
        assertThat(charge.heldFor()).contains(HoldReason.CODER_REVIEW).doesNotContain(HoldReason.AUTHORISATION_MISSING);
        assertThat(charge.authorizationNumber()).isNull();
    }

    @Test
    void anOperationWithANeverEventIsNoReturnAndNotCharged() {
        OperationCompletedAsPerformed fact = new OperationCompletedAsPerformed(
                "pathway-1", "fact-3", AT, "case-2", "Other side", "Closed", null, STAGE_ONE, 100, 60, "note");
        assertThat(BillableOperation.of(
                        fact, KnownPathway.of(List.of(referred(), booked())).state()))
                .isEmpty();
    }

    @Test
    void whatBillingHasReviewedHoldsNoMoreUntilTheReviewIsTakenBack() {
        BillableOperation deviating = BillableOperation.of(deviating());
        List<PathwayEvent> facts = new ArrayList<>(
                List.of(new ChargeReviewed("pathway-1", "review", AT, "case-2", ChargeHold.DEVIATION, "checked")));
        assertThat(first(deviating, facts).heldFor()).doesNotContain(HoldReason.DEVIATION);
        facts.add(retracted("review"));
        assertThat(first(deviating, facts).heldFor()).contains(HoldReason.DEVIATION);
    }

    private static Optional<BillableOperation> stopped(
            DiscontinuedPhase phase, boolean inRoom, List<PathwayEvent> facts) {
        return BillableOperation.of(
                new ProcedureDiscontinued("pathway-1", "fact-4", AT, "case-2", Stage.TWO, phase, inRoom, "fever"),
                KnownPathway.of(facts).state());
    }

    private static PatientReferred referred() {
        return Samples.of(PatientReferred.class);
    }

    private static ParalysisCharacterised paralysis() {
        return Samples.of(ParalysisCharacterised.class, Map.of("paralysedSide", ParalysedSide.LEFT));
    }

    private static SurgeryScheduled booked() {
        return Samples.of(SurgeryScheduled.class, Map.of("caseId", "case-2", "stage", Stage.TWO));
    }

    private static ReturnedToTheatre returned(boolean planned) {
        return Samples.of(
                ReturnedToTheatre.class,
                Map.of("caseId", "case-3", "indexCaseId", "case-2", "stage", Stage.TWO, "planned", planned));
    }

    private static StageTwoCompleted deviating() {
        return Samples.of(StageTwoCompleted.class, Map.of("caseId", "case-2", "deviation", "No vein could be joined"));
    }

    @Test
    void theApprovalOfAnotherOperationReplacesNoneOfTheFormer() {
        OffsetDateTime evening = AT.plusHours(8);
        List<PathwayEvent> facts = new ArrayList<>(List.of(
                Samples.of(SurgeryScheduled.class, Map.of("caseId", "case-1", "stage", Stage.ONE)),
                authorization("AUTH-1"),
                Samples.of(AnesthesiaInduced.class, Map.of("caseId", "case-1")),
                stageOne(13.8),
                Samples.of(
                        PatientDischarged.class,
                        Map.of("caseId", "case-1", "stage", Stage.ONE, "occurredAt", evening))));
        BillableOperation completed = BillableOperation.of(stageOne(13.8));
        assertThat(first(completed, facts).authorizationNumber()).isEqualTo("AUTH-1");
        facts.add(authorization("LATE-1"));
        assertThat(first(completed, facts).authorizationNumber()).isEqualTo("LATE-1");
        facts.add(Samples.of(SurgeryScheduled.class, Map.of("caseId", "case-2", "stage", Stage.ONE)));
        facts.add(authorization("AUTH-2"));
        assertThat(first(completed, facts).authorizationNumber()).isEqualTo("LATE-1");
    }

    @Test
    void withoutAnApprovalTheChargeIsHeld() {
        assertThat(first(BillableOperation.of(stageOne(13.8)), List.of()).heldFor())
                .contains(HoldReason.AUTHORISATION_MISSING);
    }

    @Test
    void aCompletionWithDeviationHoldsTheCharge() {
        StageTwoCompleted deviating = new StageTwoCompleted(
                "pathway-1",
                "fact-2",
                AT,
                "case-2",
                "flap-1",
                STAGE_ONE,
                100,
                200,
                "note",
                true,
                true,
                null,
                "No vein could be joined",
                "surgeon-varga");
        assertThat(first(BillableOperation.of(deviating), List.of()).heldFor()).contains(HoldReason.DEVIATION);
        assertThat(first(BillableOperation.of(stageTwo(STAGE_ONE)), List.of()).heldFor())
                .doesNotContain(HoldReason.DEVIATION);
    }

    @Test
    void aNeverEventHoldsTheChargeUntilItsReportIsTakenBack() {
        BillableOperation completed = BillableOperation.of(stageOne(13.8));
        List<PathwayEvent> facts = new ArrayList<>(List.of(stageOne(13.8), neverEvent()));
        assertThat(first(completed, facts).heldFor()).contains(HoldReason.NEVER_EVENT);
        facts.add(retracted("never"));
        assertThat(first(completed, facts).heldFor()).doesNotContain(HoldReason.NEVER_EVENT);
    }

    @Test
    void aRefusalOfThePayerHoldsTheChargeUntilItIsTakenBack() {
        BillableOperation completed = BillableOperation.of(stageOne(13.8));
        List<PathwayEvent> facts = new ArrayList<>(List.of(authorization("AUTH-1"), denied()));
        assertThat(first(completed, facts).heldFor()).contains(HoldReason.AUTHORISATION_MISSING);
        facts.add(retracted("denied"));
        assertThat(first(completed, facts).heldFor()).doesNotContain(HoldReason.AUTHORISATION_MISSING);
        assertThat(first(completed, facts).authorizationNumber()).isEqualTo("AUTH-1");
    }

    @Test
    void anEarlierOperationCountsWithItsCorrectedDay() {
        LocalDate second = LocalDate.of(2025, 8, 12);
        List<PathwayEvent> facts = new ArrayList<>(List.of(stageOne(13.8)));
        assertThat(first(BillableOperation.of(stageTwo(second)), facts)
                        .service()
                        .inGlobalOf())
                .isNull();
        facts.add(new RecordCorrected(
                "pathway-1",
                "correction",
                AT,
                "fact-1",
                List.of(new CorrectedField("operatedOn", "2025-05-14")),
                null,
                "typed wrongly"));
        assertThat(first(BillableOperation.of(stageTwo(second)), facts)
                        .service()
                        .inGlobalOf())
                .isEqualTo(new EarlierOperation("case-1", Relation.STAGED, LocalDate.of(2025, 8, 12)));
        facts.add(retracted("fact-1"));
        assertThat(first(BillableOperation.of(stageTwo(second)), facts)
                        .service()
                        .inGlobalOf())
                .as("it was not done")
                .isNull();
    }

    @Test
    void aSignatureThatWasTakenBackIsNone() {
        List<PathwayEvent> facts = new ArrayList<>(List.of(
                stageOne(13.8), new OperationRecordSigned("pathway-1", "signed", AT, "case-1", "surgeon-osei")));
        assertThat(KnownPathway.of(facts).signatureOf("case-1")).isPresent();
        facts.add(retracted("signed"));
        assertThat(KnownPathway.of(facts).signatureOf("case-1")).isEmpty();
    }

    private static WrongSiteEventReported neverEvent() {
        return new WrongSiteEventReported(
                "pathway-1",
                "never",
                AT,
                "case-1",
                NeverEventKind.WRONG_SITE,
                "The other leg",
                BodySide.RIGHT,
                BodySide.LEFT,
                AT,
                true,
                Phase.STAGE1_PLANNED);
    }

    private static AuthorizationDenied denied() {
        return new AuthorizationDenied("pathway-1", "denied", AT, Stage.ONE, "payer-7", List.of());
    }

    private static RecordRetracted retracted(String factId) {
        return new RecordRetracted("pathway-1", "retraction-of-" + factId, AT, factId, "by mistake");
    }

    private RaiseCharge first(BillableOperation completed, List<PathwayEvent> facts) {
        return charges.of(completed, KnownPathway.of(new ArrayList<>(facts)), "default-1")
                .getFirst();
    }

    private static StageOneCompleted stageOne(double lengthCm) {
        return new StageOneCompleted(
                "pathway-1", "fact-1", AT, "case-1", "graft-1", STAGE_ONE, lengthCm, 100, 200, "note", false);
    }

    private static StageTwoCompleted stageTwo(LocalDate day) {
        return new StageTwoCompleted(
                "pathway-1", "fact-2", AT, "case-2", "flap-1", day, 100, 200, "note", true, true, null, null, null);
    }

    private static AuthorizationObtained authorization(String number) {
        return new AuthorizationObtained(
                "pathway-1",
                "fact-0",
                AT,
                Stage.ONE,
                "payer-7",
                number,
                List.of(),
                STAGE_ONE,
                STAGE_ONE.plusDays(90),
                null);
    }
}
