package org.crossface.pathway.recovery.pacu;

import java.time.OffsetDateTime;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.recovery.RecoveryDay;
import org.crossface.pathway.recovery.events.AldreteScored;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.recovery.vocabulary.PainSite;
import org.crossface.pathway.surgery.events.ChecklistDeviationReported;
import org.crossface.pathway.surgery.vocabulary.ChecklistStep;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.surgery.vocabulary.DeviationKind;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    @Test
    @Tag("INV-34")
    void thePatientLeavesTheTheatreAfterTheSignOut() {
        DayOfSurgery day = DayOfSurgery.stageOne()
                .upToIncision()
                .harvested()
                .coapted()
                .banked()
                .completed();
        AdmitToRecovery admission = new AdmitToRecovery("pathway-1", day.at("12:05"), "case-1");
        day.refuses("INV-34", "", admission);
        day.signedOut(CountResult.UNRESOLVED).refuses("INV-34", "", admission);
        day.signedOut(CountResult.DECIDED_AFTER_IMAGING).allows(admission);
    }

    @Test
    @Tag("INV-34")
    void aPatientWhoLeftWithoutSignOutIsAdmittedOnceThatIsReported() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision();
        day.with(new ChecklistDeviationReported(
                "pathway-1",
                day.fact(),
                day.at("12:00"),
                "case-1",
                ChecklistStep.SIGN_OUT,
                DeviationKind.MISSED,
                "Emergency in the next room",
                null));
        day.allows(new AdmitToRecovery("pathway-1", day.at("12:05"), "case-1"));
    }

    @Test
    @Tag("SEQ-ONCE")
    void nobodyIsAdmittedToRecoveryTwice() {
        DayOfSurgery day = RecoveryDay.afterStageOne().day();
        day.refuses("SEQ-ONCE", "", new AdmitToRecovery("pathway-1", day.at("12:10"), "case-1"));
    }

    @Test
    @Tag("SEQ-ADMISSION")
    void painIsScoredFromTheAdmissionOn() {
        DayOfSurgery day = DayOfSurgery.stageOne();
        day.refuses("SEQ-ADMISSION", "", pain(day, "06:10"));
        day.admitted();
        day.refuses("SEQ-ADMISSION", "occurredAt", pain(day, "06:09"));
        day.allows(pain(day, "06:10"));
    }

    private static ScorePain pain(DayOfSurgery day, String time) {
        return new ScorePain("pathway-1", day.at(time), "case-1", 3, PainSite.FACE);
    }

    @Test
    @Tag("SEQ-RECOVERY")
    void aScoreIsTakenInRecovery() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision().signedOut();
        day.refuses("SEQ-RECOVERY", "", aldrete(day, 2, null));
        RecoveryDay recovery = RecoveryDay.afterStageOne();
        recovery.day().allows(aldrete(recovery.day(), 2, null));
    }

    @Test
    @Tag("SEQ-RECOVERY")
    void aScoreIsTakenBeforeThePatientLeftAlsoWhenItIsRecordedLater() {
        DayOfSurgery inTime = RecoveryDay.afterStageOne().day();
        OffsetDateTime taken = aldrete(inTime, 2, null).occurredAt();
        inTime.with(left(inTime, taken)).allows(aldrete(inTime, 2, null));
        DayOfSurgery tooLate = RecoveryDay.afterStageOne().day();
        tooLate.with(left(tooLate, taken.minusMinutes(1)));
        tooLate.refuses("SEQ-RECOVERY", "occurredAt", aldrete(tooLate, 2, null));
    }

    private static PatientDischarged left(DayOfSurgery day, OffsetDateTime at) {
        return new PatientDischarged(
                "pathway-1", day.fact(), at, "case-1", Stage.ONE, DischargeDestination.HOME, null, true, 300);
    }

    @Test
    @Tag("INV-37")
    void phaseTwoNeedsAnAldreteOfNine() {
        RecoveryDay unscored = RecoveryDay.afterStageOne();
        EnterPhaseTwo phaseTwo = new EnterPhaseTwo("pathway-1", unscored.at("13:10"), "case-1");
        unscored.day().refuses("INV-37", "", phaseTwo);
        unscored.aldrete("12:35", 1).day().refuses("INV-37", "", phaseTwo);
        unscored.aldrete("13:00", 2).day().allows(phaseTwo);
    }

    @Test
    @Tag("INV-37")
    void anAldreteTotalThatIsNotTheSumIsRefused() {
        DayOfSurgery day = RecoveryDay.afterStageOne().day();
        day.refuses("INV-37", "total", aldrete(day, 0, 9));
        day.when(aldrete(day, 2, 9))
                .expectEvents(new AldreteScored("pathway-1", "id-1", day.at("12:35"), "case-1", 2, 2, 2, 1, 2, 9));
    }

    @Test
    @Tag("INV-38")
    void aDischargeScoreTotalThatIsNotTheSumIsRefused() {
        DayOfSurgery day = RecoveryDay.afterStageOne().day();
        day.refuses("INV-38", "total", padss(day, 2, 9));
        day.when(padss(day, 1, 9))
                .expectEvents(new PadssScored(
                        "pathway-1", "id-1", day.at("14:30"), "case-1", PadssVariant.PADSS, 2, 2, 2, null, 2, 1, 9, 1));
    }

    @Test
    @Tag("INV-38")
    void aDischargeScoreHasTheItemsOfItsVariant() {
        DayOfSurgery day = RecoveryDay.afterStageOne().day();
        day.refuses("INV-38", "pain", variant(day, PadssVariant.MPADSS, null, null));
        day.refuses("INV-38", "intakeOutput", variant(day, PadssVariant.MPADSS, 2, 2));
        day.allows(variant(day, PadssVariant.MPADSS, 2, null));
    }

    private static ScoreAldrete aldrete(DayOfSurgery day, int oxygenSaturation, @Nullable Integer total) {
        return new ScoreAldrete("pathway-1", day.at("12:35"), "case-1", 2, 2, 2, 1, oxygenSaturation, total);
    }

    private static ScorePadss padss(DayOfSurgery day, int intakeOutput, @Nullable Integer total) {
        return new ScorePadss(
                "pathway-1", day.at("14:30"), "case-1", PadssVariant.PADSS, 2, 2, 2, null, 2, intakeOutput, total);
    }

    private static ScorePadss variant(
            DayOfSurgery day, PadssVariant variant, @Nullable Integer pain, @Nullable Integer intakeOutput) {
        return new ScorePadss("pathway-1", day.at("14:30"), "case-1", variant, 2, 2, 2, pain, 2, intakeOutput, null);
    }
}
