package org.crossface.coordination.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.recovery.vocabulary.DischargeDestination.AFTERCARE_FACILITY;
import static org.crossface.pathway.recovery.vocabulary.DischargeDestination.HOME;
import static org.crossface.pathway.recovery.vocabulary.DischargeDestination.HOME_WITH_NURSE;
import static org.crossface.pathway.recovery.vocabulary.DischargeDestination.HOTEL_WITH_CAREGIVER;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.theatre.GateItem;
import org.crossface.pathway.DryRun;
import org.crossface.pathway.Histories;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.neurotization.AbandonmentReason;
import org.crossface.pathway.neurotization.GraftAbandoned;
import org.crossface.pathway.neurotization.NeurotizationWindowExtended;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.neurotization.growth.LapseNeurotizationWindow;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.recovery.RecoveryDay;
import org.crossface.pathway.recovery.events.FlapCompromiseSuspected;
import org.crossface.pathway.recovery.events.FlapMonitoringPlanned;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.CompromiseCause;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.scheduling.events.AftercareBedReleased;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.scheduling.events.AuthorizationDenied;
import org.crossface.pathway.scheduling.events.AuthorizationObtained;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.scheduling.readiness.WithdrawEscort;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Where a second model of the patient once said something else than the rules: each time the view is compared with the answer to a command. */
class ViewsAgreeWithRulesTest {

    private static final Shown SHOWN = new Shown();
    private static final String READY = "READY";
    private static final LocalDate ELSEWHERE = LocalDate.of(2025, 1, 31);

    private final DryRun rules = new DryRun();

    @AfterAll
    static void stop() {
        SHOWN.close();
    }

    private static RecoveryDay afterStageOne() {
        return RecoveryDay.afterStageOne().aldrete("13:00", 2).padss("15:10", 2, 2, 1, 2, 2);
    }

    private static RecoveryDay afterStageTwo(DischargeDestination ordered) {
        return RecoveryDay.afterStageTwo()
                .aldrete("17:00", 2)
                .padss("18:10", 2, 2, 1, 2, 2)
                .preparedFor(ordered)
                .escorted();
    }

    private static GateItem item(DischargeItem item, RecoveryDay day, String time) {
        return item.among(SHOWN.gate(day.day().caseId(), day.at(time))).orElseThrow();
    }

    private List<String> refusals(RecoveryDay day, String time, DischargeDestination to) {
        return refusals(day.day().facts(), day.discharge(time, to));
    }

    private List<String> refusals(List<PathwayEvent> facts, PathwayCommand command) {
        return rules.refusal(facts, command).stream()
                .flatMap(refused -> refused.broken().stream())
                .map(broken -> broken.rule().id())
                .toList();
    }

    /** The item is shown as met, the patient as ready, and the discharge is allowed. */
    private void isReady(RecoveryDay day, String time, DischargeDestination to, DischargeItem item) {
        SHOWN.after(day.day().facts());
        assertThat(refusals(day, time, to)).isEmpty();
        assertThat(item(item, day, time).isMet(day.at(time).toInstant())).isTrue();
        assertThat(SHOWN.rung(day.day().caseId(), day.at(time))).isEqualTo(READY);
    }

    /** The rule of the item refuses the discharge; the item is shown as not met and the patient not as ready. */
    private void isNotReady(RecoveryDay day, String time, DischargeDestination to, DischargeItem item) {
        SHOWN.after(day.day().facts());
        assertThat(refusals(day, time, to)).contains(item.rule());
        assertThat(item(item, day, time).isMet(day.at(time).toInstant())).isFalse();
        assertThat(SHOWN.rung(day.day().caseId(), day.at(time))).isNotEqualTo(READY);
    }

    @Test
    void theEscortWhoWithdrawsIsNoLongerHere() {
        RecoveryDay day = afterStageOne().preparedFor(HOME).escorted();
        isReady(day, "15:25", HOME, DischargeItem.ADULT);
        day.day().with(new EscortWithdrawn(Histories.PATHWAY, "withdrawal", day.at("15:20"), Stage.ONE, null));
        isNotReady(day, "15:25", HOME, DischargeItem.ADULT);
    }

    @Test
    void instructionsNeedWordsOfTheirOwnAndAnAppointment() {
        RecoveryDay day = afterStageOne().evaluated(true).ordered(HOME).escorted();
        day.instructed(true, null);
        isNotReady(day, "15:25", HOME, DischargeItem.INSTRUCTIONS);
        day.instructed(false, day.at("09:00").plusDays(7));
        isNotReady(day, "15:25", HOME, DischargeItem.INSTRUCTIONS);
        day.instructed();
        isReady(day, "15:25", HOME, DischargeItem.INSTRUCTIONS);
    }

    @Test
    void thePlanForTheFlapFitsTheDestinationAndSomebodyCanBeCalled() {
        RecoveryDay day = afterStageTwo(HOME_WITH_NURSE).flapChecked("18:15", ArterialSignal.STRONG);
        day.watchPlanned(HOTEL_WITH_CAREGIVER, "The caregiver was taught");
        isNotReady(day, "18:25", HOME_WITH_NURSE, DischargeItem.FLAP_PLAN);
        day.with(watch(day, HOME_WITH_NURSE, false));
        isNotReady(day, "18:25", HOME_WITH_NURSE, DischargeItem.FLAP_PLAN);
        day.with(watch(day, HOME_WITH_NURSE, true));
        isReady(day, "18:25", HOME_WITH_NURSE, DischargeItem.FLAP_PLAN);

        RecoveryDay home = afterStageTwo(HOME).flapChecked("18:15", ArterialSignal.STRONG);
        home.watchPlanned(HOME, null);
        isNotReady(home, "18:25", HOME, DischargeItem.FLAP_PLAN);
        home.watchPlanned(HOME, "The partner is a nurse");
        isReady(home, "18:25", HOME, DischargeItem.FLAP_PLAN);
    }

    private static FlapMonitoringPlanned watch(RecoveryDay day, DischargeDestination to, boolean reachable) {
        return new FlapMonitoringPlanned(
                Histories.PATHWAY,
                day.day().fact(),
                day.at("18:05"),
                day.day().caseId(),
                "flap-1",
                to,
                null,
                "A nurse",
                FlapCheckMethod.HANDHELD_DOPPLER,
                reachable,
                null,
                null);
    }

    @Test
    void theLastFlapCheckDecidesAlsoWhenTheSuspicionIsTakenBack() {
        RecoveryDay day = afterStageTwo(HOME_WITH_NURSE)
                .watchPlanned(HOME_WITH_NURSE, null)
                .flapChecked("18:05", ArterialSignal.STRONG);
        isReady(day, "18:25", HOME_WITH_NURSE, DischargeItem.FLAP_CHECK);
        day.flapChecked("18:15", ArterialSignal.ABSENT);
        String check = day.day().facts().getLast().factId();
        day.with(new FlapCompromiseSuspected(
                Histories.PATHWAY,
                "suspicion",
                day.at("18:15"),
                day.day().caseId(),
                "flap-1",
                CompromiseCause.ARTERIAL,
                check));
        isNotReady(day, "18:25", HOME_WITH_NURSE, DischargeItem.FLAP_CHECK);
        day.day()
                .with(new RecordRetracted(
                        Histories.PATHWAY, "retraction", day.at("18:20"), "suspicion", "wrong patient"));
        isNotReady(day, "18:25", HOME_WITH_NURSE, DischargeItem.FLAP_CHECK);
        day.flapChecked("18:22", ArterialSignal.STRONG);
        isReady(day, "18:25", HOME_WITH_NURSE, DischargeItem.FLAP_CHECK);
    }

    @Test
    void theOrderIsForTheDestinationForWhichEverythingElseIsMade() {
        RecoveryDay day = afterStageTwo(HOME_WITH_NURSE)
                .bedReserved(true)
                .watchPlanned(AFTERCARE_FACILITY, null)
                .flapChecked("18:15", ArterialSignal.STRONG);
        SHOWN.after(day.day().facts());
        assertThat(refusals(day, "18:25", AFTERCARE_FACILITY)).contains("INV-39");
        assertThat(refusals(day, "18:25", HOME_WITH_NURSE)).contains("INV-42");
        assertThat(SHOWN.rung(day.day().caseId(), day.at("18:25"))).isNotEqualTo(READY);
        day.ordered(AFTERCARE_FACILITY);
        isReady(day, "18:25", AFTERCARE_FACILITY, DischargeItem.ORDER);
    }

    @Test
    void whoIsOrderedToAFacilityNeedsABedThere() {
        RecoveryDay day = afterStageTwo(AFTERCARE_FACILITY)
                .watchPlanned(AFTERCARE_FACILITY, null)
                .flapChecked("18:15", ArterialSignal.STRONG);
        SHOWN.after(day.day().facts());
        assertThat(refusals(day, "18:25", AFTERCARE_FACILITY)).contains("INV-43");
        assertThat(SHOWN.rung(day.day().caseId(), day.at("18:25"))).isNotEqualTo(READY);
        day.bedReserved(true);
        SHOWN.after(day.day().facts());
        assertThat(refusals(day, "18:25", AFTERCARE_FACILITY)).isEmpty();
        assertThat(SHOWN.rung(day.day().caseId(), day.at("18:25"))).isEqualTo(READY);
    }

    @Test
    void aPreOperativeItemThatWasUndoneIsNotDone() {
        List<PathwayEvent> facts = new ArrayList<>(Histories.readyForStageOne());
        OffsetDateTime at = Histories.time("2025-01-09T09:00");
        WithdrawEscort withdraw = new WithdrawEscort(Histories.PATHWAY, at.plusHours(3), Stage.ONE, null);
        int withEscort = itemsAfter(facts);
        assertThat(refusals(facts, withdraw)).as("an escort is named").isEmpty();
        facts.add(new EscortWithdrawn(Histories.PATHWAY, "withdrawn", at, Stage.ONE, null));
        assertThat(refusals(facts, withdraw)).as("none is").contains("SEQ-ESCORT");
        assertThat(itemsAfter(facts)).isEqualTo(withEscort - 1);

        facts.add(new AftercareBedReserved(
                Histories.PATHWAY, "bed", at, Stage.ONE, DischargeItem.FACILITY, at, at.plusDays(9), true));
        assertThat(itemsAfter(facts)).as("a bed does instead of an escort").isEqualTo(withEscort);
        facts.add(new AftercareBedReleased(Histories.PATHWAY, "released", at, Stage.ONE, DischargeItem.FACILITY));
        assertThat(itemsAfter(facts)).isEqualTo(withEscort - 1);

        facts.add(new AuthorizationObtained(
                Histories.PATHWAY,
                "approved",
                at,
                Stage.ONE,
                "payer-7",
                "AUTH-1",
                List.of(),
                at.toLocalDate(),
                at.toLocalDate().plusDays(90),
                null));
        assertThat(itemsAfter(facts)).isEqualTo(withEscort);
        facts.add(new AuthorizationDenied(Histories.PATHWAY, "denied", at, Stage.ONE, "payer-7", List.of()));
        assertThat(itemsAfter(facts)).isEqualTo(withEscort - 1);
    }

    private static int itemsAfter(List<PathwayEvent> facts) {
        return SHOWN.after(facts).card().clearanceItems();
    }

    @Test
    void aStageOneThatWasDoneElsewhereHasItsWindowItsReadingsAndItsDueDates() {
        List<PathwayEvent> facts = new ArrayList<>(Histories.planned());
        facts.add(new ExternalStageOneAttested(
                Histories.PATHWAY,
                "attested",
                Histories.time("2025-03-04T09:00"),
                "case-0",
                "graft-0",
                "Another centre",
                ELSEWHERE,
                "2025-01",
                FaceSide.RIGHT,
                FaceSide.LEFT,
                14.0,
                "note-0",
                Histories.SURGEON,
                null));
        theWindowEndsWhenTheRuleSaysSo(facts);
        assertThat(SHOWN.tasks())
                .extracting(OpenTask::code)
                .contains("T-22", "T-23", "T-24", "T-25")
                .as("the other centre looks after its wound")
                .doesNotContain("T-18", "T-19");

        facts.add(new TinelAssessed(
                Histories.PATHWAY,
                "tinel",
                Histories.time("2025-05-06T09:00"),
                true,
                65,
                false,
                Histories.SURGEON,
                null,
                false));
        BoardRow card = SHOWN.after(facts).card();
        assertThat(card.stageOneOn()).isEqualTo(ELSEWHERE);
        assertThat(card.graftMm()).isEqualTo(140);
        assertThat(card.tinelMm()).isEqualTo(65);
        assertThat(SHOWN.tasks()).extracting(OpenTask::code).contains("T-23").doesNotContain("T-22");
    }

    @Test
    void aSecondGraftBeginsItsWindowAnew() {
        LocalDate again = LocalDate.of(2026, 3, 3);
        List<PathwayEvent> facts = new ArrayList<>(Histories.stageOneDone());
        theWindowEndsWhenTheRuleSaysSo(facts);
        facts.add(new NeurotizationWindowExtended(
                Histories.PATHWAY, "extended", Histories.time("2025-12-01T09:00"), LocalDate.of(2026, 4, 14), "slow"));
        theWindowEndsWhenTheRuleSaysSo(facts);
        facts.add(new TinelAssessed(
                Histories.PATHWAY,
                "tinel",
                Histories.time("2026-01-06T09:00"),
                true,
                65,
                false,
                Histories.SURGEON,
                null,
                false));
        facts.add(abandoned());
        facts.add(Histories.consent(
                Stage.ONE, BodySide.RIGHT, Histories.time("2026-02-03T09:00"), LocalDate.of(2026, 5, 4), 1));
        facts.addAll(Histories.graftFacts(again));
        theWindowEndsWhenTheRuleSaysSo(facts);
        BoardRow card = SHOWN.card();
        assertThat(card.stageOneOn()).isEqualTo(again);
        assertThat(card.tinelMm()).as("of the graft that grows").isNull();
    }

    @Test
    void whileNoGraftGrowsNoWindowIsShown() {
        List<PathwayEvent> facts = new ArrayList<>(Histories.stageOneDone());
        assertThat(SHOWN.after(facts).card().windowEnd()).isNotNull();
        facts.add(abandoned());
        assertThat(SHOWN.after(facts).card().windowEnd()).isNull();
    }

    private static GraftAbandoned abandoned() {
        return new GraftAbandoned(
                Histories.PATHWAY,
                "abandoned",
                Histories.time("2026-01-20T09:00"),
                Histories.GRAFT,
                AbandonmentReason.NO_NEUROTIZATION,
                null);
    }

    /** The rule that ends the window refuses until the day before the one that is shown, and no longer. */
    private void theWindowEndsWhenTheRuleSaysSo(List<PathwayEvent> facts) {
        LocalDate end = SHOWN.after(facts).card().windowEnd();
        assertThat(end).isNotNull();
        assertThat(refusals(facts, lapse(end.minusDays(1)))).contains("SEQ-WINDOW");
        assertThat(refusals(facts, lapse(end))).isEmpty();
    }

    private static LapseNeurotizationWindow lapse(LocalDate day) {
        return new LapseNeurotizationWindow(Histories.PATHWAY, Histories.time(day + "T09:00"));
    }
}
