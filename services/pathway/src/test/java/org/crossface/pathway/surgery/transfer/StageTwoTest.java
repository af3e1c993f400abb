package org.crossface.pathway.surgery.transfer;

import java.time.LocalDate;
import java.util.List;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.aftercare.vocabulary.ComplicationSite;
import org.crossface.pathway.aftercare.vocabulary.ComplicationType;
import org.crossface.pathway.aftercare.vocabulary.Relatedness;
import org.crossface.pathway.neurotization.AbandonmentReason;
import org.crossface.pathway.neurotization.GraftAbandoned;
import org.crossface.pathway.oversight.ConcernKind;
import org.crossface.pathway.oversight.ConcernRaised;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.surgery.checklist.CloseIncision;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.ObturatorToMassetericCoapted;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.surgery.reports.ReportNeverEvent;
import org.crossface.pathway.surgery.vocabulary.AnastomosisKind;
import org.crossface.pathway.surgery.vocabulary.AnastomosisTechnique;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.surgery.vocabulary.InsetInsertion;
import org.crossface.pathway.surgery.vocabulary.InsetOrigin;
import org.crossface.pathway.surgery.vocabulary.InsetTension;
import org.crossface.pathway.surgery.vocabulary.IschemiaLevel;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.surgery.vocabulary.NeverEventKind;
import org.crossface.pathway.surgery.vocabulary.RecipientVessel;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StageTwoTest {

    @Test
    @Tag("INV-27")
    void theGracilisIsHarvestedAfterTheTimeOut() {
        DayOfSurgery day = DayOfSurgery.stageTwo().admitted().incised();
        day.refuses("INV-27", "", harvest(day, BodySide.LEFT));
        day.timedOut().allows(harvest(day, BodySide.LEFT));
    }

    @Test
    @Tag("INV-04")
    void theThighAgreesWithConsentMarkAndTimeOut() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision();
        day.refuses("INV-04", "thighSide", harvest(day, BodySide.RIGHT));
        day.allows(harvest(day, BodySide.LEFT));
    }

    @Test
    @Tag("INV-08")
    void aThighGivesItsGracilisOnce() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision();
        day.with(new GracilisHarvested(
                "pathway-1",
                day.fact(),
                day.at("08:10").minusDays(30),
                "case-0",
                "flap-0",
                BodySide.LEFT,
                9.8,
                3.2,
                24,
                1.5,
                2,
                7,
                day.at("08:10").minusDays(30)));
        day.refuses("INV-08", "thighSide", harvest(day, BodySide.LEFT));
        DayOfSurgery fresh = DayOfSurgery.stageTwo().upToIncision();
        fresh.allows(harvest(fresh, BodySide.LEFT));
    }

    @Test
    @Tag("INV-03")
    void muscleVesselsAndNerveArePlacedOnTheParalysedSide() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision().muscleHarvested();
        day.refuses("INV-03", "faceSide", inset(day, FaceSide.RIGHT));
        day.allows(inset(day, FaceSide.LEFT));
        day.refuses("INV-03", "faceSide", artery(day, FaceSide.RIGHT, RecipientVessel.FACIAL, null));
        day.allows(artery(day, FaceSide.LEFT, RecipientVessel.FACIAL, null));
        day.refuses("INV-03", "faceSide", nerve(day, FaceSide.RIGHT, MotorNerve.CROSS_FACIAL_GRAFT));
        day.allows(nerve(day, FaceSide.LEFT, MotorNerve.CROSS_FACIAL_GRAFT));
    }

    @Test
    @Tag("INV-03")
    @Tag("SEQ-PHASE")
    void aMuscleThatWasReallyPlacedOnTheWrongSideIsReportedAndStopsThePathway() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision().muscleHarvested();
        ReportNeverEvent report = new ReportNeverEvent(
                "pathway-1",
                day.at("14:10"),
                "case-2",
                NeverEventKind.WRONG_SIDE,
                "Muscle placed on the right side of the face",
                BodySide.LEFT,
                BodySide.RIGHT,
                day.at("14:05"),
                false);
        WrongSiteEventReported reported = new WrongSiteEventReported(
                "pathway-1",
                "id-1",
                day.at("14:10"),
                "case-2",
                NeverEventKind.WRONG_SIDE,
                report.what(),
                BodySide.LEFT,
                BodySide.RIGHT,
                day.at("14:05"),
                false,
                Phase.STAGE2_PLANNED);
        day.when(report)
                .expectEvents(
                        reported,
                        concern("id-2", day, ConcernKind.NEVER_EVENT),
                        concern("id-3", day, ConcernKind.DISCLOSURE));
        day.with(reported);
        day.refuses("SEQ-PHASE", "", inset(day, FaceSide.LEFT));
        day.allows(new CloseIncision("pathway-1", day.at("14:55"), "case-2"));
    }

    private static ConcernRaised concern(String factId, DayOfSurgery day, ConcernKind kind) {
        return new ConcernRaised(
                "pathway-1",
                factId,
                day.at("14:10"),
                kind,
                "case-2",
                "id-1",
                null,
                null,
                List.of(Role.SURGEON, Role.QUALITY_AUDITOR));
    }

    @Test
    @Tag("INV-30")
    void aVesselOtherThanFacialNeedsAReason() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision().muscleHarvested();
        day.refuses("INV-30", "vesselReason", artery(day, FaceSide.LEFT, RecipientVessel.NECK, null));
        day.allows(artery(day, FaceSide.LEFT, RecipientVessel.NECK, "Facial artery absent"));
    }

    @Test
    @Tag("INV-31")
    void reperfusionLiesAfterTheDivisionOfThePedicle() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision().muscleHarvested();
        day.refuses("INV-31", "reperfusedAt", reperfusion(day, "10:42", null));
        day.allows(reperfusion(day, "10:43", null));
    }

    @Test
    @Tag("INV-31")
    void ischemiaIsComputedAndACallerThatComputesOtherwiseIsRefused() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision().muscleHarvested();
        day.refuses("INV-31", "ischemiaMinutes", reperfusion(day, "12:20", 97));
        day.when(reperfusion(day, "12:20", 98))
                .expectEvents(new FlapReperfused(
                        "pathway-1",
                        "id-1",
                        day.at("12:20"),
                        "case-2",
                        "flap-1",
                        day.at("12:20"),
                        98,
                        IschemiaLevel.INFO,
                        true,
                        null));
    }

    @Test
    @Tag("INV-28")
    void aFlapNeedsAPatentArteryAndAPatentVein() {
        DayOfSurgery noVein = joinedBut().arteryJoined(true);
        noVein.refuses("INV-28", "deviation", completion(noVein, true, null, null, null));
        noVein.veinJoined(false).refuses("INV-28", "deviation", completion(noVein, true, null, null, null));
        noVein.veinJoined(true).allows(completion(noVein, true, null, null, null));
        DayOfSurgery noArtery = joinedBut().veinJoined(true);
        noArtery.refuses("INV-28", "", completion(noArtery, true, null, null, null));
        noArtery.arteryJoined(true).allows(completion(noArtery, true, null, null, null));
    }

    @Test
    @Tag("INV-28")
    void twoSurgeonsMayCompleteWithoutAVein() {
        DayOfSurgery day = joinedBut().arteryJoined(true);
        day.refuses("INV-28", "deviation", completion(day, true, null, "Leeches", null));
        day.refuses("INV-28", "deviation", completion(day, true, null, "Leeches", DayOfSurgery.SURGEON));
        day.allows(completion(day, true, null, "Leeches", "surgeon-lind"));
    }

    @Test
    @Tag("INV-29")
    void theMuscleIsPoweredByANerveOfThePlan() {
        DayOfSurgery day = DayOfSurgery.stageTwo()
                .upToIncision()
                .muscleHarvested()
                .arteryJoined(true)
                .veinJoined(true)
                .reperfusedAfter(98)
                .muscleInset();
        day.refuses("INV-29", "", completion(day, true, null, null, null));
        day.nerveJoined().allows(completion(day, true, null, null, null));
    }

    @Test
    @Tag("INV-29")
    void aMassetericPlanNeedsTheMassetericNerve() {
        DayOfSurgery day = DayOfSurgery.stageTwoDrivenBy(NerveSource.MASSETERIC)
                .upToIncision()
                .muscleHarvested()
                .arteryJoined(true)
                .veinJoined(true)
                .reperfusedAfter(98)
                .muscleInset()
                .nerveJoined();
        day.refuses("INV-29", "", completion(day, true, null, null, null));
        day.with(new ObturatorToMassetericCoapted(
                        "pathway-1",
                        day.fact(),
                        day.at("13:10"),
                        "case-2",
                        "flap-1",
                        FaceSide.LEFT,
                        CoaptationType.END_TO_END))
                .allows(completion(day, true, null, null, null));
    }

    @Test
    @Tag("INV-32")
    void ischemiaAboveOneHundredThirtyFiveMinutesIsCommented() {
        DayOfSurgery longer = joinedAfter(143);
        longer.refuses("INV-32", "ischemiaComment", completion(longer, true, null, null, null));
        longer.allows(completion(longer, true, "Vein had to be redone", null, null));
        DayOfSurgery justInTime = joinedAfter(135);
        justInTime.allows(completion(justInTime, true, null, null, null));
    }

    @Test
    @Tag("INV-32")
    void ischemiaAboveSixHoursIsAComplication() {
        DayOfSurgery day = joinedAfter(361);
        day.refuses("INV-32", "", completion(day, true, "Vein had to be redone", null, null));
        day.with(new ComplicationRecorded(
                        "pathway-1",
                        day.fact(),
                        day.at("14:30"),
                        ComplicationType.PROLONGED_ISCHEMIA,
                        ClavienDindo.I,
                        false,
                        Stage.TWO,
                        ComplicationSite.FACE_PARALYSED_SIDE,
                        LocalDate.of(2025, 10, 7),
                        Relatedness.RELATED,
                        "case-2",
                        null))
                .allows(completion(day, true, "Vein had to be redone", null, null));
        DayOfSurgery sixHours = joinedAfter(360);
        sixHours.allows(completion(sixHours, true, "Vein had to be redone", null, null));
    }

    @Test
    @Tag("INV-33")
    void theMuscleIsAnchoredAndCanBeHeard() {
        DayOfSurgery day = joinedAfter(98);
        day.refuses("INV-33", "dopplerSiteMarked", completion(day, false, null, null, null));
        day.allows(completion(day, true, null, null, null));
        DayOfSurgery noInset = DayOfSurgery.stageTwo()
                .upToIncision()
                .muscleHarvested()
                .arteryJoined(true)
                .veinJoined(true)
                .reperfusedAfter(98)
                .nerveJoined();
        noInset.refuses("INV-33", "", completion(noInset, true, null, null, null));
        noInset.muscleInset().allows(completion(noInset, true, null, null, null));
    }

    @Test
    @Tag("INV-61")
    void aPedicleIsNotDividedInTheFuture() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision();
        RecordGracilisHarvest early = new RecordGracilisHarvest(
                "pathway-1", day.at("10:39"), "case-2", BodySide.LEFT, 9.8, 3.2, 24, 1.5, 2, 7, day.at("10:42"));
        day.refuses("INV-61", "pedicleDividedAt", early);
        day.allows(harvest(day, BodySide.LEFT));
    }

    @Test
    @Tag("INV-61")
    void bloodDoesNotReturnInTheFuture() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision().muscleHarvested();
        day.refuses("INV-61", "reperfusedAt", reperfusionSeenAt(day, "12:23"));
        day.allows(reperfusionSeenAt(day, "12:22"));
    }

    @Test
    @Tag("INV-25")
    void theNerveIsJoinedToAGraftThatLiesBanked() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision().muscleHarvested();
        day.allows(nerve(day, FaceSide.LEFT, MotorNerve.CROSS_FACIAL_GRAFT));
        day.with(new GraftAbandoned(
                "pathway-1", day.fact(), day.at("11:00"), "graft-1", AbandonmentReason.INJURED, null));
        day.refuses("INV-25", "motorNerve", nerve(day, FaceSide.LEFT, MotorNerve.CROSS_FACIAL_GRAFT));
        day.refuses("INV-25", "motorNerve", nerve(day, FaceSide.LEFT, MotorNerve.BOTH));
        day.allows(nerve(day, FaceSide.LEFT, MotorNerve.MASSETERIC));
    }

    @Test
    @Tag("SEQ-FLAP")
    void aMuscleIsHarvestedBeforeItIsPlaced() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision();
        day.refuses("SEQ-FLAP", "", inset(day, FaceSide.LEFT));
        day.muscleHarvested().allows(inset(day, FaceSide.LEFT));
    }

    @Test
    @Tag("SEQ-REPERFUSION")
    void stageTwoIsCompleteWhenBloodFlows() {
        DayOfSurgery day = DayOfSurgery.stageTwo()
                .upToIncision()
                .muscleHarvested()
                .arteryJoined(true)
                .veinJoined(true)
                .nerveJoined()
                .muscleInset();
        day.refuses("SEQ-REPERFUSION", "", completion(day, true, null, null, null));
        day.reperfusedAfter(98).allows(completion(day, true, null, null, null));
    }

    private static RecordReperfusion reperfusionSeenAt(DayOfSurgery day, String reperfused) {
        return new RecordReperfusion("pathway-1", day.at("12:20"), "case-2", day.at(reperfused), null, true, null);
    }

    /** Everything but the vessels. */
    private static DayOfSurgery joinedBut() {
        return DayOfSurgery.stageTwo()
                .upToIncision()
                .muscleHarvested()
                .reperfusedAfter(98)
                .nerveJoined()
                .muscleInset();
    }

    private static DayOfSurgery joinedAfter(int ischemiaMinutes) {
        return DayOfSurgery.stageTwo()
                .upToIncision()
                .muscleHarvested()
                .arteryJoined(true)
                .veinJoined(true)
                .reperfusedAfter(ischemiaMinutes)
                .nerveJoined()
                .muscleInset();
    }

    private static RecordGracilisHarvest harvest(DayOfSurgery day, BodySide thigh) {
        return new RecordGracilisHarvest(
                "pathway-1", day.at("10:42"), "case-2", thigh, 9.8, 3.2, 24, 1.5, 2, 7, day.at("10:42"));
    }

    private static RecordAnastomosis artery(
            DayOfSurgery day, FaceSide side, RecipientVessel vessel, @Nullable String reason) {
        return new RecordAnastomosis(
                "pathway-1",
                day.at("11:40"),
                "case-2",
                AnastomosisKind.ARTERIAL,
                vessel,
                reason,
                side,
                AnastomosisTechnique.HAND_SEWN,
                CoaptationType.END_TO_END,
                null,
                true);
    }

    private static RecordReperfusion reperfusion(DayOfSurgery day, String time, @Nullable Integer minutes) {
        return new RecordReperfusion("pathway-1", day.at(time), "case-2", day.at(time), minutes, true, null);
    }

    private static RecordNerveCoaptation nerve(DayOfSurgery day, FaceSide side, MotorNerve motorNerve) {
        return new RecordNerveCoaptation(
                "pathway-1", day.at("13:00"), "case-2", side, motorNerve, CoaptationType.END_TO_END);
    }

    private static RecordInset inset(DayOfSurgery day, FaceSide side) {
        return new RecordInset(
                "pathway-1",
                day.at("14:00"),
                "case-2",
                side,
                InsetOrigin.ZYGOMA,
                InsetInsertion.MODIOLUS,
                2,
                InsetTension.NORMAL);
    }

    private static CompleteStageTwo completion(
            DayOfSurgery day,
            boolean doppler,
            @Nullable String ischemiaComment,
            @Nullable String deviation,
            @Nullable String second) {
        return new CompleteStageTwo(
                "pathway-1",
                day.at("17:00"),
                "case-2",
                150,
                "note-2",
                doppler,
                false,
                ischemiaComment,
                deviation,
                second);
    }
}
