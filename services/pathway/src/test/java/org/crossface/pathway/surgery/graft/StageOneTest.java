package org.crossface.pathway.surgery.graft;

import java.time.LocalDate;
import java.util.List;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.neurotization.AbandonmentReason;
import org.crossface.pathway.neurotization.GraftAbandoned;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.surgery.checklist.CloseIncision;
import org.crossface.pathway.surgery.events.ClosureCompleted;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.record.SignOperationRecord;
import org.crossface.pathway.surgery.reports.DiscontinueProcedure;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
import org.crossface.pathway.surgery.vocabulary.BankLocation;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.surgery.vocabulary.DonorBranch;
import org.crossface.pathway.surgery.vocabulary.HarvestTechnique;
import org.crossface.pathway.surgery.vocabulary.TunnelRoute;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StageOneTest {

    @Test
    @Tag("INV-01")
    void theGraftIsJoinedOnTheHealthySide() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision().harvested();
        day.refuses("INV-01", "faceSide", coaptation(day, FaceSide.LEFT));
        day.allows(coaptation(day, FaceSide.RIGHT));
    }

    @Test
    @Tag("INV-02")
    void theGraftIsBankedOnTheParalysedSide() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision().harvested().coapted();
        day.refuses("INV-02", "distalSide", banking(day, FaceSide.RIGHT));
        day.allows(banking(day, FaceSide.LEFT));
    }

    @Test
    @Tag("INV-04")
    void theHarvestAgreesWithConsentMarkAndTimeOut() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision();
        day.refuses("INV-04", "legSide", harvest(day, BodySide.LEFT, 14.5));
        day.allows(harvest(day, BodySide.RIGHT, 14.5));
    }

    @Test
    @Tag("FIELD-RANGE")
    void aHarvestOfOneAndAHalfCentimetresIsATypingError() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision();
        day.refuses("FIELD-RANGE", "lengthCm", harvest(day, BodySide.RIGHT, 1.45));
        day.allows(harvest(day, BodySide.RIGHT, 14.5));
    }

    @Test
    @Tag("INV-07")
    void aLegGivesItsNerveOnce() {
        DayOfSurgery again = secondAttempt(null);
        again.refuses("INV-07", "legSide", secondHarvest(again));
        DayOfSurgery tooLittleLeft = secondAttempt(14.4);
        tooLittleLeft.refuses("INV-07", "legSide", secondHarvest(tooLittleLeft));
        DayOfSurgery enoughLeft = secondAttempt(14.5);
        enoughLeft.allows(secondHarvest(enoughLeft));
    }

    @Test
    @Tag("INV-64")
    void aSecondGraftWaitsUntilTheFirstIsAbandoned() {
        DayOfSurgery inUse = secondAttempt(14.5);
        inUse.with(new RecordRetracted(
                "pathway-1", inUse.fact(), inUse.at("12:00"), "abandonment", "The graft was not abandoned"));
        inUse.refuses("INV-64", "", secondHarvest(inUse));
    }

    @Test
    @Tag("SEQ-INCISION")
    void nothingIsHarvestedBeforeTheIncision() {
        DayOfSurgery day = DayOfSurgery.stageOne()
                .admitted()
                .consentVerified()
                .marked()
                .signedIn()
                .timedOut();
        day.refuses("SEQ-INCISION", "", harvest(day, BodySide.RIGHT, 14.5));
        day.incised().allows(harvest(day, BodySide.RIGHT, 14.5));
    }

    @Test
    @Tag("SEQ-STAGE")
    void aStepOfStageTwoHasNoPlaceInStageOne() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision();
        day.refuses(
                "SEQ-STAGE",
                "caseId",
                new CompleteStageTwo(
                        "pathway-1", day.at("11:38"), "case-1", 80, "note", true, false, null, null, null));
    }

    @Test
    @Tag("SEQ-STAGE-ONE")
    void stageOneIsCompleteWithABankedGraft() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision().harvested().coapted();
        day.refuses("SEQ-STAGE-ONE", "", completion(day, 14.0));
        day.banked().allows(completion(day, 14.0));
    }

    @Test
    @Tag("SEQ-COAPTATION")
    void aNerveIsHarvestedBeforeItIsJoined() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision();
        day.refuses("SEQ-COAPTATION", "", coaptation(day, FaceSide.RIGHT));
        day.harvested().allows(coaptation(day, FaceSide.RIGHT));
    }

    @Test
    @Tag("SEQ-BANKING")
    void aGraftIsJoinedBeforeItIsBanked() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision().harvested();
        day.refuses("SEQ-BANKING", "", banking(day, FaceSide.LEFT));
        day.coapted().allows(banking(day, FaceSide.LEFT));
    }

    @Test
    @Tag("SEQ-GRAFT-LENGTH")
    void notMoreIsGraftedThanWasHarvested() {
        DayOfSurgery day =
                DayOfSurgery.stageOne().upToIncision().harvested().coapted().banked();
        day.refuses("SEQ-GRAFT-LENGTH", "graftedLengthCm", completion(day, 14.6));
        day.allows(completion(day, 14.5));
    }

    @Test
    void dayAndDurationOfStageOneAreComputed() {
        DayOfSurgery day =
                DayOfSurgery.stageOne().upToIncision().harvested().coapted().banked();
        day.with(new ClosureCompleted("pathway-1", day.fact(), day.at("11:38"), "case-1"));
        day.when(completion(day, 14.0))
                .expectEvents(new StageOneCompleted(
                        "pathway-1",
                        "id-1",
                        day.at("11:50"),
                        "case-1",
                        "graft-1",
                        LocalDate.of(2025, 1, 14),
                        14.0,
                        80,
                        218,
                        "note-1",
                        false))
                .expectState(pathway -> {
                    if (pathway.state().phase() != Phase.STAGE1_DONE) {
                        throw new AssertionError("Phase is " + pathway.state().phase());
                    }
                });
    }

    @Test
    @Tag("SEQ-SIGNATURE")
    void theRecordIsSignedAfterTheOperation() {
        DayOfSurgery day =
                DayOfSurgery.stageOne().upToIncision().harvested().coapted().banked();
        day.refuses("SEQ-SIGNATURE", "", signature(day, DayOfSurgery.SURGEON));
        day.completed();
        day.signedInAs("surgeon-other").refuses("REF-SURGEON", "surgeonId", signature(day, "surgeon-other"));
        day.signedInAs(DayOfSurgery.SURGEON).allows(signature(day, DayOfSurgery.SURGEON));
    }

    @Test
    @Tag("REF-SIGNATURE")
    void aRecordIsSignedByTheSurgeonWhoIsSignedIn() {
        DayOfSurgery day = DayOfSurgery.stageOne()
                .upToIncision()
                .harvested()
                .coapted()
                .banked()
                .completed();
        day.signedInAs("surgeon-other").refuses("REF-SIGNATURE", "surgeonId", signature(day, DayOfSurgery.SURGEON));
        day.signedInAs(DayOfSurgery.SURGEON).allows(signature(day, DayOfSurgery.SURGEON));
    }

    @Test
    @Tag("SEQ-DISCONTINUE")
    void aProcedureIsDiscontinuedAsTheRecordOfAnesthesiaSays() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted();
        day.refuses("SEQ-DISCONTINUE", "phase", stop(day, DiscontinuedPhase.AFTER_ANESTHESIA));
        day.allows(stop(day, DiscontinuedPhase.BEFORE_ANESTHESIA));
        day.induced();
        day.refuses("SEQ-DISCONTINUE", "phase", stop(day, DiscontinuedPhase.BEFORE_ANESTHESIA));
        day.allows(stop(day, DiscontinuedPhase.AFTER_ANESTHESIA));
    }

    @Test
    @Tag("SEQ-SCHEDULED")
    void nothingIsDoneInADiscontinuedCase() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision();
        day.with(new ProcedureDiscontinued(
                "pathway-1",
                day.fact(),
                day.at("08:10"),
                "case-1",
                Stage.ONE,
                DiscontinuedPhase.AFTER_ANESTHESIA,
                true,
                "Airway impossible"));
        day.refuses("SEQ-SCHEDULED", "caseId", harvest(day, BodySide.RIGHT, 14.5));
        day.allows(new CloseIncision("pathway-1", day.at("08:30"), "case-1"));
    }

    /** Stage one was done in case 1; its second attempt goes on in the same leg. */
    private static DayOfSurgery secondAttempt(@Nullable Double residualCm) {
        DayOfSurgery day = DayOfSurgery.stageOne();
        day.with(new SurgeryScheduled(
                "pathway-1",
                day.fact(),
                day.at("06:00"),
                "case-1b",
                Stage.ONE,
                "site-bayview",
                day.at("07:30"),
                240,
                240,
                "OR-1",
                List.of(DayOfSurgery.SURGEON),
                1,
                "consent-ONE"));
        return day.upToIncision()
                .harvested(residualCm)
                .with(new GraftAbandoned(
                        "pathway-1", "abandonment", day.at("11:00"), "graft-1", AbandonmentReason.INJURED, null))
                .with(new IncisionMade("pathway-1", day.fact(), day.at("12:00"), "case-1b", null));
    }

    private static RecordSuralHarvest secondHarvest(DayOfSurgery day) {
        return new RecordSuralHarvest(
                "pathway-1",
                day.at("12:40"),
                "case-1b",
                BodySide.RIGHT,
                14.5,
                HarvestTechnique.ENDOSCOPIC,
                3,
                true,
                null,
                null);
    }

    private static RecordSuralHarvest harvest(DayOfSurgery day, BodySide leg, double lengthCm) {
        return new RecordSuralHarvest(
                "pathway-1",
                day.at("08:40"),
                "case-1",
                leg,
                lengthCm,
                HarvestTechnique.ENDOSCOPIC,
                3,
                true,
                null,
                null);
    }

    private static RecordDonorCoaptation coaptation(DayOfSurgery day, FaceSide side) {
        return new RecordDonorCoaptation(
                "pathway-1",
                day.at("09:30"),
                "case-1",
                side,
                DonorBranch.BUCCAL,
                CoaptationType.END_TO_END,
                1,
                true,
                "10-0",
                false);
    }

    private static RecordBanking banking(DayOfSurgery day, FaceSide side) {
        return new RecordBanking(
                "pathway-1",
                day.at("10:40"),
                "case-1",
                TunnelRoute.UPPER_LIP,
                side,
                BankLocation.UPPER_GINGIVOBUCCAL_SULCUS,
                12,
                true);
    }

    private static CompleteStageOne completion(DayOfSurgery day, double graftedCm) {
        return new CompleteStageOne("pathway-1", day.at("11:50"), "case-1", graftedCm, 80, "note-1");
    }

    private static SignOperationRecord signature(DayOfSurgery day, String surgeon) {
        return new SignOperationRecord("pathway-1", day.at("12:00"), "case-1", surgeon);
    }

    private static DiscontinueProcedure stop(DayOfSurgery day, DiscontinuedPhase phase) {
        return new DiscontinueProcedure("pathway-1", day.at("07:40"), "case-1", phase, true, "Hypotension");
    }
}
