package org.crossface.pathway.recovery.flap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.crossface.pathway.Course;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.aftercare.events.RedFlagAcknowledged;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.followup.FlapWatch;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.recovery.RecoveryDay;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.FlapCompromiseAcknowledged;
import org.crossface.pathway.recovery.events.FlapCompromiseSuspected;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.CarePlace;
import org.crossface.pathway.recovery.vocabulary.CompromiseCause;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.recovery.vocabulary.Swelling;
import org.crossface.pathway.recovery.vocabulary.VenousSignal;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.DrugGiven;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.vocabulary.DrugPurpose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlapWatchTest {

    @Test
    @Tag("INV-46")
    void aFlapIsCheckedAfterItsReperfusion() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision().muscleHarvested();
        day.refuses("INV-46", "", check(day, "12:30", ArterialSignal.STRONG));
        day.reperfusedAfter(98).allows(check(day, "12:30", ArterialSignal.STRONG));
        day.refuses("INV-46", "occurredAt", check(day, "12:19", ArterialSignal.STRONG));
    }

    @Test
    @Tag("SEQ-ANTICOAGULATION")
    void thePlanNamesWhatKeepsTheVesselsOpen() {
        DayOfSurgery day = RecoveryDay.afterStageTwo().day();
        day.allows(plan(day, "facility-harbor", null));
        day.with(new DrugGiven(
                "pathway-1",
                day.fact(),
                day.at("13:00"),
                "case-2",
                DrugPurpose.ANASTOMOSIS,
                null,
                "Aspirin",
                "81 mg",
                day.at("13:00").toLocalDate().plusDays(14)));
        day.refuses("SEQ-ANTICOAGULATION", "anticoagulation", plan(day, "facility-harbor", null));
        day.allows(plan(day, "facility-harbor", "Aspirin 81 mg for 14 days"));
    }

    @Test
    void aFlapIsCheckedMoreOftenAfterACompletionWithADeviation() {
        Policy policy = Policy.defaults();
        DayOfSurgery day =
                DayOfSurgery.stageTwo().upToIncision().muscleHarvested().reperfusedAfter(98);
        OffsetDateTime reperfused = Objects.requireNonNull(
                PathwayState.of(day.facts()).flaps().all().getFirst().reperfusedAt());
        assertThat(denser(day, policy)).as("not completed").isEmpty();
        day.with(completed(day, null, null));
        assertThat(denser(day, policy)).as("as planned").isEmpty();

        DayOfSurgery deviated =
                DayOfSurgery.stageTwo().upToIncision().muscleHarvested().reperfusedAfter(98);
        deviated.with(completed(deviated, "No vein could be joined", null));
        assertThat(denser(deviated, policy)).contains(reperfused.plusMinutes(30));
        assertThat(denser(deviated, policy.changed("v2", List.of(new ThresholdChange("flapCheckDenserMinutes", 15)))))
                .contains(reperfused.plusMinutes(15));
        deviated.with(checked(deviated, reperfused.plusMinutes(20)));
        assertThat(denser(deviated, policy)).contains(reperfused.plusMinutes(50));
        deviated.with(checked(deviated, reperfused.plusMinutes(48 * 60 - 30)));
        assertThat(denser(deviated, policy)).contains(reperfused.plusHours(48));
        deviated.with(checked(deviated, reperfused.plusMinutes(48 * 60 - 29)));
        assertThat(denser(deviated, policy)).as("it ends").isEmpty();
    }

    @Test
    void theDenserWatchWaitsForNoSecondSurgeonAndEndsWithALoss() {
        DayOfSurgery day =
                DayOfSurgery.stageTwo().upToIncision().muscleHarvested().reperfusedAfter(98);
        day.with(completed(day, "No vein could be joined", "surgeon-lind"));
        assertThat(PathwayState.of(day.facts()).waiting()).hasSize(1);
        assertThat(denser(day, Policy.defaults())).isPresent();
        day.with(new FlapLost(
                "pathway-1", day.fact(), day.at("18:00"), "case-2", "flap-1", CompromiseCause.VENOUS, 1, null));
        assertThat(denser(day, Policy.defaults())).isEmpty();
    }

    private static Optional<OffsetDateTime> denser(DayOfSurgery day, Policy policy) {
        return FlapWatch.denserCheckAt(PathwayState.of(day.facts()), "case-2", policy)
                .map(time -> time.atOffset(day.at("12:00").getOffset()));
    }

    private static StageTwoCompleted completed(
            DayOfSurgery day, @Nullable String deviation, @Nullable String secondSurgeon) {
        return new StageTwoCompleted(
                "pathway-1",
                day.fact(),
                day.at("14:00"),
                "case-2",
                "flap-1",
                day.at("14:00").toLocalDate(),
                100,
                200,
                "note",
                true,
                true,
                null,
                deviation,
                secondSurgeon);
    }

    private static FlapChecked checked(DayOfSurgery day, OffsetDateTime at) {
        return new FlapChecked(
                "pathway-1",
                day.fact(),
                at,
                "case-2",
                "flap-1",
                ArterialSignal.STRONG,
                VenousSignal.PRESENT,
                Swelling.NONE,
                false,
                null,
                null,
                FlapCheckMethod.HANDHELD_DOPPLER,
                CarePlace.RECOVERY,
                null,
                true);
    }

    @Test
    @Tag("INV-46")
    void aLostFlapHasNoSignal() {
        DayOfSurgery day = RecoveryDay.afterStageTwo().day();
        day.with(new FlapLost(
                "pathway-1", day.fact(), day.at("18:00"), "case-2", "flap-1", CompromiseCause.VENOUS, 1, null));
        day.refuses("INV-46", "arterial", check(day, "18:30", ArterialSignal.WEAK));
        day.allows(check(day, "18:30", ArterialSignal.ABSENT));
    }

    @ParameterizedTest
    @CsvSource({"ABSENT, PRESENT, NONE, ARTERIAL", "STRONG, ABSENT, MILD, VENOUS", "WEAK, NOT_ASSESSED, TENSE, HEMATOMA"
    })
    void aSignOfDangerRaisesTheSuspicionByItself(
            ArterialSignal arterial, VenousSignal venous, Swelling swelling, CompromiseCause cause) {
        DayOfSurgery day = RecoveryDay.afterStageTwo().day();
        CheckFlap check = new CheckFlap(
                "pathway-1",
                day.at("16:00"),
                "case-2",
                arterial,
                venous,
                swelling,
                false,
                null,
                null,
                FlapCheckMethod.HANDHELD_DOPPLER,
                CarePlace.RECOVERY,
                null);
        day.when(check)
                .expectEvents(
                        new FlapChecked(
                                "pathway-1",
                                "id-1",
                                day.at("16:00"),
                                "case-2",
                                "flap-1",
                                arterial,
                                venous,
                                swelling,
                                false,
                                null,
                                null,
                                FlapCheckMethod.HANDHELD_DOPPLER,
                                CarePlace.RECOVERY,
                                null,
                                false),
                        new FlapCompromiseSuspected(
                                "pathway-1", "id-2", day.at("16:00"), "case-2", "flap-1", cause, "id-1"));
    }

    @Test
    void aWeakSignalAloneRaisesNoSuspicion() {
        DayOfSurgery day = RecoveryDay.afterStageTwo().day();
        day.when(check(day, "16:00", ArterialSignal.WEAK))
                .expectEvents(new FlapChecked(
                        "pathway-1",
                        "id-1",
                        day.at("16:00"),
                        "case-2",
                        "flap-1",
                        ArterialSignal.WEAK,
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

    @Test
    @Tag("SEQ-COMPROMISE")
    void aSuspicionIsAnEmergencyUntilASurgeonTakesItOverAndThatOnce() {
        DayOfSurgery day = RecoveryDay.afterStageTwo().day();
        AcknowledgeFlapCompromise takenOver = new AcknowledgeFlapCompromise("pathway-1", day.at("16:10"), "case-2");
        day.refuses("SEQ-COMPROMISE", "", takenOver);
        day.with(new FlapCompromiseSuspected(
                "pathway-1", day.fact(), day.at("16:00"), "case-2", "flap-1", CompromiseCause.VENOUS, "check"));
        assertThat(PathwayState.of(day.facts()).flapEmergencySince()).contains(day.at("16:00"));
        day.allows(takenOver);
        day.with(new FlapCompromiseAcknowledged(
                "pathway-1", day.fact(), day.at("16:10"), "case-2", "flap-1", DayOfSurgery.SURGEON));
        assertThat(PathwayState.of(day.facts()).flapEmergencySince()).isEmpty();
        day.refuses("SEQ-COMPROMISE", "", takenOver);
    }

    @Test
    void aThreatToTheFlapThatACallAtHomeFindsIsAnEmergencyToo() {
        Course home = Course.stageTwoDone()
                .and(RedFlagRaised.class, "2025-10-09", Map.of("factId", "flag", "flag", RedFlag.SUDDEN_TENSE_CHEEK));
        assertThat(home.state().flapEmergencySince()).contains(Course.noon("2025-10-09"));
        assertThat(home.and(RedFlagAcknowledged.class, "2025-10-09", Map.of("flagId", "flag"))
                        .state()
                        .flapEmergencySince())
                .isEmpty();
        assertThat(Course.stageTwoDone()
                        .and(RedFlagRaised.class, "2025-10-09", Map.of("flag", RedFlag.FEVER))
                        .state()
                        .flapEmergencySince())
                .isEmpty();
    }

    @Test
    @Tag("SEQ-COMPROMISE")
    void onlyASuspicionIsRuledOut() {
        DayOfSurgery day = RecoveryDay.afterStageTwo().day();
        RuleOutFlapCompromise ruledOut =
                new RuleOutFlapCompromise("pathway-1", day.at("16:20"), "case-2", "Probe had slipped");
        day.refuses("SEQ-COMPROMISE", "", ruledOut);
        day.with(new FlapCompromiseSuspected(
                        "pathway-1",
                        day.fact(),
                        day.at("16:00"),
                        "case-2",
                        "flap-1",
                        CompromiseCause.ARTERIAL,
                        "check-1"))
                .allows(ruledOut);
    }

    @Test
    @Tag("SEQ-FLAP-LOST")
    void aLostFlapIsNotJudgedAgain() {
        DayOfSurgery day = RecoveryDay.afterStageTwo().day();
        ConfirmFlapCompromise confirmation =
                new ConfirmFlapCompromise("pathway-1", day.at("18:30"), "case-2", CompromiseCause.VENOUS);
        day.allows(confirmation);
        day.with(new FlapLost(
                "pathway-1", day.fact(), day.at("18:00"), "case-2", "flap-1", CompromiseCause.VENOUS, 1, null));
        day.refuses("SEQ-FLAP-LOST", "", confirmation);
    }

    @Test
    @Tag("INV-43")
    void aFlapIsWatchedInAFacilityThatCan() {
        DayOfSurgery day = RecoveryDay.afterStageTwo().day();
        day.refuses("INV-43", "facilityId", plan(day, "facility-unknown"));
        day.allows(plan(day, "facility-harbor"));
    }

    @Test
    @Tag("INV-55")
    void anUnplannedReturnToTheatreNeedsAReason() {
        DayOfSurgery day = RecoveryDay.afterStageTwo().day();
        day.refuses(
                "INV-55",
                "reason",
                new ReturnToTheatre(
                        "pathway-1",
                        day.at("17:00"),
                        "case-2",
                        false,
                        null,
                        true,
                        null,
                        null,
                        List.of(DayOfSurgery.SURGEON),
                        60));
        day.allows(new ReturnToTheatre(
                "pathway-1",
                day.at("17:00"),
                "case-2",
                false,
                "Hematoma of the cheek",
                true,
                null,
                null,
                List.of(DayOfSurgery.SURGEON),
                60));
    }

    @Test
    @Tag("REF-SURGEON")
    void theSurgeonsOfAReturnToTheatreAreKnown() {
        DayOfSurgery day = RecoveryDay.afterStageTwo().day();
        day.refuses("REF-SURGEON", "surgeonIds", returnBy(day, DayOfSurgery.SURGEON, "surgeon-elsewhere"));
        day.allows(returnBy(day, DayOfSurgery.SURGEON, "surgeon-lind"));
    }

    private static ReturnToTheatre returnBy(DayOfSurgery day, String... surgeons) {
        return new ReturnToTheatre(
                "pathway-1",
                day.at("17:00"),
                "case-2",
                false,
                "Hematoma of the cheek",
                true,
                null,
                null,
                List.of(surgeons),
                60);
    }

    @Test
    @Tag("INV-55")
    void aReturnToTheatreFollowsAnOperation() {
        DayOfSurgery day = DayOfSurgery.stageTwo().admitted();
        day.refuses(
                "INV-55",
                "caseId",
                new ReturnToTheatre(
                        "pathway-1",
                        day.at("17:00"),
                        "case-2",
                        true,
                        null,
                        true,
                        null,
                        null,
                        List.of(DayOfSurgery.SURGEON),
                        60));
    }

    private static PlanFlapMonitoring plan(DayOfSurgery day, String facility) {
        return plan(day, facility, null);
    }

    private static PlanFlapMonitoring plan(DayOfSurgery day, String facility, @Nullable String anticoagulation) {
        return new PlanFlapMonitoring(
                "pathway-1",
                day.at("18:00"),
                "case-2",
                DischargeDestination.AFTERCARE_FACILITY,
                facility,
                "Nurses of Harbor",
                FlapCheckMethod.HANDHELD_DOPPLER,
                true,
                null,
                anticoagulation);
    }

    private static CheckFlap check(DayOfSurgery day, String time, ArterialSignal arterial) {
        return new CheckFlap(
                "pathway-1",
                day.at(time),
                "case-2",
                arterial,
                VenousSignal.PRESENT,
                Swelling.MILD,
                false,
                null,
                null,
                FlapCheckMethod.HANDHELD_DOPPLER,
                CarePlace.RECOVERY,
                null);
    }
}
