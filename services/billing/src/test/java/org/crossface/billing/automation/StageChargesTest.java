package org.crossface.billing.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.crossface.billing.account.BillableService.EarlierOperation;
import org.crossface.billing.account.HoldReason;
import org.crossface.billing.account.RaiseCharge;
import org.crossface.billing.coding.BillingTables;
import org.crossface.billing.contract.GraftLengthBand;
import org.crossface.billing.contract.Relation;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.events.AuthorizationDenied;
import org.crossface.pathway.scheduling.events.AuthorizationObtained;
import org.crossface.pathway.surgery.events.OperationRecordSigned;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.surgery.vocabulary.NeverEventKind;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
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
        RaiseCharge charge = first(CompletedStage.of(stageOne(lengthCm)), List.of());
        assertThat(charge.service().graftLengthBand()).isEqualTo(band);
        assertThat(charge.service().suggestedCodes())
                .singleElement()
                .satisfies(suggested -> assertThat(suggested.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"2025-08-11, true", "2025-08-12, false", "2026-01-20, false"})
    void aStageWithinNinetyDaysOfTheFirstBelongsToItsGlobalPeriod(LocalDate secondStage, boolean within) {
        RaiseCharge charge = first(CompletedStage.of(stageTwo(secondStage)), List.of(stageOne(13.8)));
        EarlierOperation expected = new EarlierOperation("case-1", Relation.STAGED, LocalDate.of(2025, 8, 11));
        assertThat(charge.service().inGlobalOf()).isEqualTo(within ? expected : null);
    }

    @Test
    void aSideThatIsNotOnRecordHoldsTheCharge() {
        assertThat(first(CompletedStage.of(stageOne(13.8)), List.of()).heldFor())
                .contains(HoldReason.LATERALITY_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"AUTH-1, false", "'by phone, Ms. B', true"})
    void aNumberThatNoClaimCanCarryIsLeftOutAndLookedAt(String number, boolean held) {
        RaiseCharge charge = first(CompletedStage.of(stageOne(13.8)), List.of(authorization(number)));
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
                "pathway-1", "fact-0", AT, Stage.ONE, "payer-7", "AUTH-1", List.of(code), from, until);
        RaiseCharge charge = first(CompletedStage.of(stageOne(13.8)), List.of(approval));
        assertThat(charge.heldFor().contains(HoldReason.AUTHORISATION_MISSING)).isEqualTo(held);
        assertThat(charge.authorizationNumber()).isEqualTo(held ? null : "AUTH-1");
    }

    @Test
    void withoutAnApprovalTheChargeIsHeld() {
        assertThat(first(CompletedStage.of(stageOne(13.8)), List.of()).heldFor())
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
        assertThat(first(CompletedStage.of(deviating), List.of()).heldFor()).contains(HoldReason.DEVIATION);
        assertThat(first(CompletedStage.of(stageTwo(STAGE_ONE)), List.of()).heldFor())
                .doesNotContain(HoldReason.DEVIATION);
    }

    @Test
    void aNeverEventHoldsTheChargeUntilItsReportIsTakenBack() {
        CompletedStage completed = CompletedStage.of(stageOne(13.8));
        List<PathwayEvent> facts = new ArrayList<>(List.of(stageOne(13.8), neverEvent()));
        assertThat(first(completed, facts).heldFor()).contains(HoldReason.NEVER_EVENT);
        facts.add(retracted("never"));
        assertThat(first(completed, facts).heldFor()).doesNotContain(HoldReason.NEVER_EVENT);
    }

    @Test
    void aRefusalOfThePayerHoldsTheChargeUntilItIsTakenBack() {
        CompletedStage completed = CompletedStage.of(stageOne(13.8));
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
        assertThat(first(CompletedStage.of(stageTwo(second)), facts).service().inGlobalOf())
                .isNull();
        facts.add(new RecordCorrected(
                "pathway-1",
                "correction",
                AT,
                "fact-1",
                List.of(new CorrectedField("operatedOn", "2025-05-14")),
                null,
                "typed wrongly"));
        assertThat(first(CompletedStage.of(stageTwo(second)), facts).service().inGlobalOf())
                .isEqualTo(new EarlierOperation("case-1", Relation.STAGED, LocalDate.of(2025, 8, 12)));
        facts.add(retracted("fact-1"));
        assertThat(first(CompletedStage.of(stageTwo(second)), facts).service().inGlobalOf())
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

    private RaiseCharge first(CompletedStage completed, List<PathwayEvent> facts) {
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
                "pathway-1", "fact-0", AT, Stage.ONE, "payer-7", number, List.of(), STAGE_ONE, STAGE_ONE.plusDays(90));
    }
}
