package org.crossface.pathway.recovery.discharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.recovery.vocabulary.DischargeDestination.AFTERCARE_FACILITY;
import static org.crossface.pathway.recovery.vocabulary.DischargeDestination.HOME;
import static org.crossface.pathway.recovery.vocabulary.DischargeDestination.HOME_WITH_NURSE;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.aftercare.vocabulary.ComplicationSite;
import org.crossface.pathway.aftercare.vocabulary.ComplicationType;
import org.crossface.pathway.aftercare.vocabulary.Relatedness;
import org.crossface.pathway.recovery.RecoveryDay;
import org.crossface.pathway.recovery.departure.AdmitToAftercare;
import org.crossface.pathway.recovery.departure.RecordHospitalDischarge;
import org.crossface.pathway.recovery.departure.RecordLeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.departure.RecordTransfer;
import org.crossface.pathway.recovery.events.DischargeInstructionsGiven;
import org.crossface.pathway.recovery.events.DischargeOrderSigned;
import org.crossface.pathway.recovery.events.EscortExempted;
import org.crossface.pathway.recovery.events.ExtendedRecoveryEnded;
import org.crossface.pathway.recovery.events.ExtendedRecoveryStarted;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.SameDayDischargeFailed;
import org.crossface.pathway.recovery.events.UnplannedTransferOccurred;
import org.crossface.pathway.recovery.pacu.StartExtendedRecovery;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.recovery.vocabulary.FailureReason;
import org.crossface.pathway.recovery.vocabulary.TransferMode;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.state.Stay;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DischargeTest {

    @Test
    @Tag("INV-38")
    void aScoreOfEightKeepsThePatientHereAndNineDoesNot() {
        RecoveryDay day = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .preparedFor(HOME)
                .escorted()
                .padss("15:10", 2, 1, 1, 2, 2);
        day.day().refuses("INV-38", "", day.discharge("15:25", HOME));
        day.padss("15:20", 2, 2, 1, 2, 2).day().allows(day.discharge("15:25", HOME));
    }

    @Test
    @Tag("INV-38")
    void aScoreWithAZeroOrOlderThanThirtyMinutesKeepsThePatientHere() {
        RecoveryDay zero = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .preparedFor(HOME)
                .escorted()
                .padss("15:10", 2, 2, 0, 2, 2);
        zero.day().refuses("INV-38", "", zero.discharge("15:25", HOME));
        RecoveryDay old = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .preparedFor(HOME)
                .escorted()
                .padss("15:10", 2, 2, 2, 2, 1);
        old.day().refuses("INV-38", "", old.discharge("15:41", HOME));
        old.day().allows(old.discharge("15:40", HOME));
    }

    @Test
    @Tag("INV-37")
    void anAldreteOfEightKeepsThePatientHereAndNineDoesNot() {
        RecoveryDay day =
                RecoveryDay.afterStageOne().preparedFor(HOME).escorted().padss("15:10", 2, 2, 1, 2, 2);
        day.day().refuses("INV-37", "", day.discharge("15:25", HOME));
        day.aldrete("15:12", 1).day().refuses("INV-37", "", day.discharge("15:25", HOME));
        day.aldrete("15:14", 2).day().allows(day.discharge("15:25", HOME));
    }

    @Test
    @Tag("REF-PHYSICIAN")
    void onlyASurgeonOfTheCaseExemptsFromTheEscort() {
        RecoveryDay day = RecoveryDay.afterStageOne();
        day.day().refuses("REF-PHYSICIAN", "physicianId", exemption(day, "surgeon-elsewhere"));
        day.day().allows(exemption(day, DayOfSurgery.SURGEON));
    }

    private static ExemptEscort exemption(RecoveryDay day, String physician) {
        return new ExemptEscort(
                "pathway-1", day.at("15:20"), "case-1", physician, "Lives next door to the surgery centre");
    }

    @Test
    @Tag("SEQ-DISCHARGE")
    void nobodyArrivesInAftercareBeforeLeavingHere() {
        RecoveryDay day = RecoveryDay.afterStageOne();
        AdmitToAftercare arrival =
                new AdmitToAftercare("pathway-1", day.at("16:00"), "case-1", "facility-harbor", EscortKind.FAMILY);
        day.day().refuses("SEQ-DISCHARGE", "", arrival);
        day.with(new PatientDischarged(
                "pathway-1",
                day.day().fact(),
                day.at("15:25"),
                "case-1",
                Stage.ONE,
                AFTERCARE_FACILITY,
                "facility-harbor",
                true,
                555));
        day.day().allows(arrival);
    }

    @Test
    @Tag("SEQ-TRANSFER")
    void onlyAPatientWhoWasTransferredLeavesTheHospital() {
        RecoveryDay day = RecoveryDay.afterStageOne();
        RecordHospitalDischarge discharge = new RecordHospitalDischarge("pathway-1", day.at("23:00"), "case-1", false);
        day.day().refuses("SEQ-TRANSFER", "", discharge);
        day.with(new UnplannedTransferOccurred(
                "pathway-1",
                day.day().fact(),
                day.at("19:05"),
                "case-1",
                Stage.ONE,
                "County Hospital",
                List.of(FailureReason.PONV),
                TransferMode.AMBULANCE,
                null,
                null,
                775));
        day.day().allows(discharge);
    }

    @Test
    @Tag("INV-40")
    void anEscortWhoLeftIsNoEscort() {
        RecoveryDay day = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .preparedFor(HOME)
                .escorted()
                .padss("16:10", 2, 2, 1, 2, 2);
        day.day()
                .with(new EscortWithdrawn("pathway-1", day.day().fact(), day.at("15:30"), Stage.ONE, null))
                .refuses("INV-40", "", day.discharge("16:20", HOME));
        day.escorted().day().allows(day.discharge("16:20", HOME));
    }

    @Test
    @Tag("INV-40")
    void aTaxiDriverIsNoEscort() {
        RecoveryDay day = RecoveryDay.afterStageOne();
        day.day().refuses("INV-40", "kind", arrival(day, EscortKind.TAXI_DRIVER));
        day.day().refuses("INV-40", "kind", arrival(day, EscortKind.RIDE_SHARE_DRIVER));
        day.day().allows(arrival(day, EscortKind.FRIEND));
    }

    @Test
    @Tag("INV-40")
    void theAttendingPhysicianMayExemptFromTheEscort() {
        RecoveryDay day = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .preparedFor(HOME)
                .padss("15:10", 2, 2, 1, 2, 2);
        day.day().refuses("INV-40", "", day.discharge("15:25", HOME));
        day.with(new EscortExempted(
                "pathway-1",
                day.day().fact(),
                day.at("15:20"),
                "case-1",
                "surgeon-osei",
                "Lives next door to the surgery centre"));
        day.day().allows(day.discharge("15:25", HOME));
    }

    @Test
    @Tag("INV-39")
    void aDischargeNeedsASignedOrderForItsDestination() {
        RecoveryDay day = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .evaluated(true)
                .instructed()
                .escorted()
                .padss("15:10", 2, 2, 1, 2, 2);
        day.day().refuses("INV-39", "", day.discharge("15:25", HOME));
        day.ordered(HOME_WITH_NURSE).day().refuses("INV-39", "destination", day.discharge("15:25", HOME));
        day.ordered(HOME).day().allows(day.discharge("15:25", HOME));
    }

    @Test
    @Tag("SEQ-ANESTHESIA-RECOVERY")
    void aPhysicianFindsThePatientRecovered() {
        RecoveryDay day = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .ordered(HOME)
                .instructed()
                .escorted()
                .evaluated(false)
                .padss("15:10", 2, 2, 1, 2, 2);
        day.day().refuses("SEQ-ANESTHESIA-RECOVERY", "", day.discharge("15:25", HOME));
        day.evaluated(true).day().allows(day.discharge("15:25", HOME));
    }

    @Test
    @Tag("INV-44")
    void aDischargeNeedsInstructionsTeachBackAndAFollowUp() {
        RecoveryDay day = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .evaluated(true)
                .ordered(HOME)
                .escorted()
                .padss("15:10", 2, 2, 1, 2, 2);
        day.day().refuses("INV-44", "", day.discharge("15:25", HOME));
        day.instructed(false, day.at("09:00").plusDays(7)).day().refuses("INV-44", "", day.discharge("15:25", HOME));
        day.instructed(true, null).day().refuses("INV-44", "", day.discharge("15:25", HOME));
        day.instructed().day().allows(day.discharge("15:25", HOME));
    }

    @Test
    @Tag("INV-45")
    void theStayIsComputedAndNobodyCanEnterIt() {
        assertThat(Arrays.stream(DischargePatient.class.getRecordComponents())
                        .map(component -> component.getName().toLowerCase(Locale.ROOT)))
                .noneMatch(name -> name.contains("same") || name.contains("stay"));
        RecoveryDay day = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .preparedFor(HOME)
                .escorted()
                .padss("15:10", 2, 2, 1, 2, 2);
        day.day()
                .when(day.discharge("15:25", HOME))
                .expectEvents(new PatientDischarged(
                        "pathway-1", "id-1", day.at("15:25"), "case-1", Stage.ONE, HOME, null, true, 555))
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.NEUROTIZING));
    }

    @Test
    @Tag("INV-45")
    void aStayPastMidnightIsNotTheSameDayHoweverShort() {
        Stay stay = Stay.between(
                Stage.ONE,
                OffsetDateTime.parse("2025-01-14T06:00:00-08:00"),
                OffsetDateTime.parse("2025-01-15T00:20:00-08:00"),
                PathwayFixture.ZONE);
        assertThat(stay).isEqualTo(new Stay(Stage.ONE, false, 1100));
    }

    @Test
    @Tag("INV-45")
    void theDayIsThatOfTheFacilityWhateverTheOffsetEntered() {
        Stay stay = Stay.between(
                Stage.ONE,
                OffsetDateTime.parse("2025-01-14T14:10:00Z"),
                OffsetDateTime.parse("2025-01-15T00:20:00Z"),
                PathwayFixture.ZONE);
        assertThat(stay).isEqualTo(new Stay(Stage.ONE, true, 610));
    }

    @Test
    @Tag("INV-42")
    void afterStageTwoTheFlapWasWellInTheLastThirtyMinutes() {
        RecoveryDay day = toHarbor().flapChecked("19:59", ArterialSignal.STRONG);
        day.day().refuses("INV-42", "", day.discharge("20:30", AFTERCARE_FACILITY));
        day.flapChecked("20:12", ArterialSignal.STRONG)
                .day()
                .when(day.discharge("20:30", AFTERCARE_FACILITY))
                .expectEvents(new PatientDischarged(
                        "pathway-1",
                        "id-1",
                        day.at("20:30"),
                        "case-2",
                        Stage.TWO,
                        AFTERCARE_FACILITY,
                        "facility-harbor",
                        true,
                        860));
        day.flapChecked("20:20", ArterialSignal.ABSENT)
                .day()
                .refuses("INV-42", "", day.discharge("20:30", AFTERCARE_FACILITY));
    }

    @Test
    @Tag("INV-42")
    void afterStageTwoSomebodyIsPlannedToWatchTheFlap() {
        RecoveryDay day = readyAfterStageTwo(HOME).flapChecked("20:12", ArterialSignal.STRONG);
        day.day().refuses("INV-42", "", day.discharge("20:30", HOME));
        day.watchPlanned(HOME, null).day().refuses("INV-42", "", day.discharge("20:30", HOME));
        day.watchPlanned(HOME, "The mother is a nurse of our flap ward").day().allows(day.discharge("20:30", HOME));
    }

    @Test
    @Tag("INV-43")
    void theFacilityHasAccepted() {
        RecoveryDay day = readyAfterStageTwo(AFTERCARE_FACILITY)
                .flapChecked("20:12", ArterialSignal.STRONG)
                .watchPlanned(AFTERCARE_FACILITY, null);
        day.day().refuses("INV-43", "facilityId", day.discharge("20:30", AFTERCARE_FACILITY));
        day.day().refuses("INV-43", "", day.discharge("20:30", AFTERCARE_FACILITY));
        day.bedReserved(false).day().refuses("INV-43", "facilityId", day.discharge("20:30", AFTERCARE_FACILITY));
        day.bedReserved(true).day().allows(day.discharge("20:30", AFTERCARE_FACILITY));
    }

    @Test
    @Tag("SEQ-LEFT")
    void nobodyIsDischargedTwice() {
        RecoveryDay day = RecoveryDay.afterStageOne();
        day.with(new PatientDischarged(
                "pathway-1", day.day().fact(), day.at("15:25"), "case-1", Stage.ONE, HOME, null, true, 555));
        day.day().refuses("SEQ-LEFT", "", day.discharge("15:30", HOME));
    }

    @Test
    void anUnplannedTransferIsAlwaysAcceptedAndFailsTheSameDayDischarge() {
        RecoveryDay day = RecoveryDay.afterStageOne();
        List<FailureReason> reasons = List.of(FailureReason.PONV, FailureReason.RESPIRATORY);
        day.day()
                .when(new RecordTransfer(
                        "pathway-1",
                        day.at("19:05"),
                        "case-1",
                        "County Hospital",
                        reasons,
                        TransferMode.AMBULANCE,
                        null,
                        null))
                .expectEvents(
                        new SameDayDischargeFailed("pathway-1", "id-1", day.at("19:05"), "case-1", reasons),
                        new UnplannedTransferOccurred(
                                "pathway-1",
                                "id-2",
                                day.at("19:05"),
                                "case-1",
                                Stage.ONE,
                                "County Hospital",
                                reasons,
                                TransferMode.AMBULANCE,
                                null,
                                null,
                                775),
                        new ComplicationRecorded(
                                "pathway-1",
                                "id-3",
                                day.at("19:05"),
                                ComplicationType.AIRWAY_PROBLEM,
                                ClavienDindo.PENDING,
                                false,
                                Stage.ONE,
                                ComplicationSite.SYSTEMIC,
                                LocalDate.of(2025, 1, 14),
                                Relatedness.UNKNOWN,
                                "case-1",
                                null))
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.NEUROTIZING));
    }

    @Test
    void leavingAgainstAdviceNeedsNeitherScoreNorOrder() {
        RecoveryDay day = RecoveryDay.afterStageOne();
        day.day().allows(new RecordLeftAgainstMedicalAdvice("pathway-1", day.at("13:00"), "case-1", true, null));
    }

    @Test
    @Tag("SEQ-RECOVERY")
    void aPatientWhoWasNeverAnesthetisedNeedsNeitherScoresNorEscort() {
        DayOfSurgery stopped = DayOfSurgery.stageOne().admitted();
        stopped.with(new ProcedureDiscontinued(
                "pathway-1",
                stopped.fact(),
                stopped.at("07:40"),
                "case-1",
                Stage.ONE,
                DiscontinuedPhase.BEFORE_ANESTHESIA,
                false,
                "Ate at 04:00"));
        stopped.refuses("INV-39", "", goHome(stopped));
        stopped.with(new DischargeOrderSigned(
                "pathway-1", stopped.fact(), stopped.at("07:50"), "case-1", HOME, DayOfSurgery.SURGEON));
        stopped.with(new DischargeInstructionsGiven(
                "pathway-1",
                stopped.fact(),
                stopped.at("07:55"),
                "case-1",
                "v1",
                true,
                "en",
                null,
                stopped.at("09:00").plusDays(14)));
        stopped.allows(goHome(stopped));
        DayOfSurgery anesthetised = DayOfSurgery.stageOne().admitted();
        anesthetised.refuses("SEQ-RECOVERY", "", goHome(anesthetised));
    }

    private static DischargePatient goHome(DayOfSurgery day) {
        return new DischargePatient("pathway-1", day.at("08:00"), "case-1", HOME, null);
    }

    @Test
    void anExtendedRecoveryFailsTheSameDayDischargeAndEndsWithTheDischarge() {
        RecoveryDay day = RecoveryDay.afterStageOne();
        List<FailureReason> reasons = List.of(FailureReason.PAIN);
        SameDayDischargeFailed failed =
                new SameDayDischargeFailed("pathway-1", "id-1", day.at("19:00"), "case-1", reasons);
        ExtendedRecoveryStarted started =
                new ExtendedRecoveryStarted("pathway-1", "id-2", day.at("19:00"), "case-1", null);
        day.day()
                .when(new StartExtendedRecovery("pathway-1", day.at("19:00"), "case-1", reasons, null))
                .expectEvents(failed, started);
        day.with(failed)
                .with(started)
                .aldrete("20:00", 2)
                .preparedFor(HOME)
                .escorted()
                .padss("23:55", 2, 2, 2, 2, 2);
        OffsetDateTime afterMidnight = day.at("00:20").plusDays(1);
        day.day()
                .when(new DischargePatient("pathway-1", afterMidnight, "case-1", HOME, null))
                .expectEvents(
                        new ExtendedRecoveryEnded("pathway-1", "id-1", afterMidnight, "case-1"),
                        new PatientDischarged(
                                "pathway-1", "id-2", afterMidnight, "case-1", Stage.ONE, HOME, null, false, 1090));
    }

    private static RecordEscortArrival arrival(RecoveryDay day, EscortKind kind) {
        return new RecordEscortArrival("pathway-1", day.at("15:15"), "case-1", "B. Example", kind);
    }

    private static RecoveryDay readyAfterStageTwo(DischargeDestination destination) {
        return RecoveryDay.afterStageTwo()
                .aldrete("16:30", 2)
                .preparedFor(destination)
                .escorted()
                .padss("20:10", 2, 2, 2, 2, 2);
    }

    private static RecoveryDay toHarbor() {
        return readyAfterStageTwo(AFTERCARE_FACILITY)
                .watchPlanned(AFTERCARE_FACILITY, null)
                .bedReserved(true);
    }
}
