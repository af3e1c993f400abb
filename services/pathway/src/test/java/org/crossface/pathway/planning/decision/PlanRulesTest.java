package org.crossface.pathway.planning.decision;

import static org.crossface.pathway.Histories.join;
import static org.crossface.pathway.Histories.time;
import static org.crossface.pathway.Histories.without;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.HeldReservations;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.consent.ConsentSuperseded;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.evaluation.HealthySideFunctionConfirmed;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlanRevised;
import org.crossface.pathway.record.Claims;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanRulesTest {

    private static final OffsetDateTime NOW = time("2025-01-09T10:00");
    private static final TreatmentOption TWO_STAGES = TreatmentOption.CFNG_GRACILIS_2STAGE;

    @Test
    void theApprovedTreatmentIsPlanned() {
        select(Histories.approved(), TWO_STAGES, NerveSource.CFNG, BodySide.RIGHT)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-PLAN")
    void aTreatmentThatWasNotApprovedIsRefused() {
        select(Histories.approved(), TreatmentOption.GRACILIS_DUAL_INNERVATION, NerveSource.DUAL, BodySide.RIGHT)
                .expectException(Refused.by("SEQ-PLAN", "option"));
    }

    @Test
    @Tag("SEQ-PLAN-CONTENT")
    void aGraftWithoutADonorLegIsRefused() {
        select(Histories.approved(), TWO_STAGES, NerveSource.CFNG, null)
                .expectException(Refused.by("SEQ-PLAN-CONTENT", "donorLeg"));
    }

    @Test
    @Tag("SEQ-PLAN")
    void onlyAPlanThatThereIsCanBeRevised() {
        revise(Histories.approved(), BodySide.RIGHT).expectException(Refused.by("SEQ-PLAN"));
        revise(Histories.planned(), BodySide.RIGHT).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-05")
    void aGraftForAParalysisOfBothSidesIsRefused() {
        select(
                        join(
                                Histories.approved(),
                                List.of(Histories.paralysis(ParalysedSide.BILATERAL, "2020-09", false, false))),
                        TWO_STAGES,
                        NerveSource.CFNG,
                        BodySide.RIGHT)
                .expectException(Refused.by("INV-05"));
    }

    @Test
    @Tag("INV-07")
    @Tag("INV-08")
    void aDonorThatAnotherPathwayOfThePersonHasTakenIsNotPlanned() {
        HeldReservations held = new HeldReservations();
        held.reserve(Claims.LEGS, "patient-1 RIGHT", "pathway-2");
        held.reserve(Claims.THIGHS, "patient-1 LEFT", "pathway-2");
        selectAmong(held).expectException(Refused.by("INV-07", "donorLeg"));
        selectAmong(held).expectException(Refused.by("INV-08", "donorThigh"));
        HeldReservations own = new HeldReservations();
        own.reserve(Claims.LEGS, "patient-1 RIGHT", Histories.PATHWAY);
        own.reserve(Claims.THIGHS, "patient-1 LEFT", Histories.PATHWAY);
        selectAmong(own).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> selectAmong(HeldReservations held) {
        return PathwayFixture.at(NOW.toInstant(), new PathwayFixture.KnownReference(), held)
                .given(Histories.approved())
                .when(plan(BodySide.RIGHT, null), PathwayFixture.as(Role.SURGEON));
    }

    @Test
    @Tag("INV-03")
    void theMuscleIsPlannedForAParalysedSide() {
        planned(FaceSide.RIGHT).expectException(Refused.by("INV-03", "faceSide"));
        planned(FaceSide.LEFT).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> planned(FaceSide side) {
        return PathwayFixture.at(NOW.toInstant())
                .given(Histories.approved())
                .when(plan(BodySide.RIGHT, side), PathwayFixture.as(Role.SURGEON));
    }

    private static SelectPlan plan(BodySide leg, @Nullable FaceSide side) {
        return new SelectPlan(
                Histories.PATHWAY,
                NOW,
                TWO_STAGES,
                PlannedSetting.OUTPATIENT,
                PlannedSetting.OUTPATIENT,
                NerveSource.CFNG,
                leg,
                BodySide.LEFT,
                null,
                side);
    }

    @Test
    @Tag("INV-11")
    void aGraftWithoutAHealthySmileIsRefused() {
        select(
                        without(Histories.approved(), HealthySideFunctionConfirmed.class),
                        TWO_STAGES,
                        NerveSource.CFNG,
                        BodySide.RIGHT)
                .expectException(Refused.by("INV-11"));
    }

    @Test
    void anotherDonorLegSupersedesTheConsent() {
        revise(BodySide.LEFT)
                .expectEvents(
                        revised(BodySide.LEFT),
                        new ConsentSuperseded(
                                Histories.PATHWAY,
                                "id-2",
                                NOW,
                                Histories.CONSENT_ONE,
                                ConsentType.SURGICAL,
                                Stage.ONE,
                                2));
    }

    @Test
    void theSamePlanWithAnotherRationaleKeepsTheConsent() {
        revise(BodySide.RIGHT).expectEvents(revised(BodySide.RIGHT));
    }

    private static ResultValidator<CarePathway> revise(BodySide leg) {
        return revise(Histories.readyForStageOne(), leg);
    }

    private static ResultValidator<CarePathway> revise(List<PathwayEvent> history, BodySide leg) {
        return PathwayFixture.at(NOW.toInstant())
                .given(history)
                .when(
                        new RevisePlan(
                                Histories.PATHWAY,
                                NOW,
                                TWO_STAGES,
                                PlannedSetting.OUTPATIENT,
                                PlannedSetting.OUTPATIENT,
                                NerveSource.CFNG,
                                leg,
                                BodySide.LEFT,
                                "after the examination of the legs",
                                null),
                        PathwayFixture.as(Role.SURGEON));
    }

    private static TreatmentPlanRevised revised(BodySide leg) {
        return new TreatmentPlanRevised(
                Histories.PATHWAY,
                "id-1",
                NOW,
                2,
                TWO_STAGES,
                PlannedSetting.OUTPATIENT,
                PlannedSetting.OUTPATIENT,
                NerveSource.CFNG,
                leg,
                BodySide.LEFT,
                "after the examination of the legs",
                null);
    }

    private static ResultValidator<CarePathway> select(
            List<PathwayEvent> history, TreatmentOption option, NerveSource source, @Nullable BodySide leg) {
        return PathwayFixture.at(NOW.toInstant())
                .given(history)
                .when(
                        new SelectPlan(
                                Histories.PATHWAY,
                                NOW,
                                option,
                                PlannedSetting.OUTPATIENT,
                                PlannedSetting.OUTPATIENT,
                                source,
                                leg,
                                BodySide.LEFT,
                                null,
                                null),
                        PathwayFixture.as(Role.SURGEON));
    }
}
