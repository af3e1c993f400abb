package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import java.util.Arrays;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.recovery.discharge.DischargePatient;
import org.crossface.pathway.recovery.events.AldreteScored;
import org.crossface.pathway.recovery.events.AnesthesiaRecoveryEvaluated;
import org.crossface.pathway.recovery.events.DischargeInstructionsGiven;
import org.crossface.pathway.recovery.events.DischargeOrderSigned;
import org.crossface.pathway.recovery.events.EscortArrived;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.FlapMonitoringPlanned;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.events.RecoveryAdmitted;
import org.crossface.pathway.recovery.events.RecoveryFact;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.CarePlace;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.recovery.vocabulary.Swelling;
import org.crossface.pathway.recovery.vocabulary.VenousSignal;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/** What happened in recovery, told on top of a {@link DayOfSurgery}. */
public final class RecoveryDay {

    private final DayOfSurgery day;

    private RecoveryDay(DayOfSurgery day) {
        this.day = day;
    }

    /** In recovery after stage one since 12:05. */
    public static RecoveryDay afterStageOne() {
        DayOfSurgery day = DayOfSurgery.stageOne()
                .upToIncision()
                .harvested()
                .coapted()
                .banked()
                .completed()
                .signedOut();
        return new RecoveryDay(day).inRecovery("12:05");
    }

    /** In recovery after stage two since 15:10, the flap reperfused. */
    public static RecoveryDay afterStageTwo() {
        DayOfSurgery day = DayOfSurgery.stageTwo()
                .upToIncision()
                .muscleHarvested()
                .reperfusedAfter(98)
                .completed()
                .signedOut();
        return new RecoveryDay(day).inRecovery("15:10");
    }

    /** The day below it. */
    public DayOfSurgery day() {
        return day;
    }

    /** A time of this day, such as {@code 15:10}. */
    public OffsetDateTime at(String time) {
        return day.at(time);
    }

    /** One more fact. */
    public RecoveryDay with(RecoveryFact fact) {
        day.with(fact);
        return this;
    }

    /** Taken over from theatre. */
    public RecoveryDay inRecovery(String time) {
        return with(new RecoveryAdmitted("pathway-1", day.fact(), at(time), day.caseId()));
    }

    /** A modified Aldrete score of 7 and this item. */
    public RecoveryDay aldrete(String time, int oxygenSaturation) {
        return with(new AldreteScored(
                "pathway-1", day.fact(), at(time), day.caseId(), 2, 2, 2, 1, oxygenSaturation, 7 + oxygenSaturation));
    }

    /** PADSS with these items of vital signs, activity, nausea, bleeding, intake and output. */
    public RecoveryDay padss(String time, int... items) {
        int total = Arrays.stream(items).sum();
        int lowest = Arrays.stream(items).min().orElseThrow();
        return with(new PadssScored(
                "pathway-1",
                day.fact(),
                at(time),
                day.caseId(),
                PadssVariant.PADSS,
                items[0],
                items[1],
                items[2],
                null,
                items[3],
                items[4],
                total,
                lowest));
    }

    /** Looked at by a physician at 14:00. */
    public RecoveryDay evaluated(boolean fit) {
        return with(new AnesthesiaRecoveryEvaluated("pathway-1", day.fact(), at("14:00"), day.caseId(), fit, null));
    }

    /** Order signed at 14:50. */
    public RecoveryDay ordered(DischargeDestination destination) {
        return with(new DischargeOrderSigned(
                "pathway-1", day.fact(), at("14:50"), day.caseId(), destination, DayOfSurgery.SURGEON));
    }

    /** The escort arrived at 15:15. */
    public RecoveryDay escorted() {
        return with(
                new EscortArrived("pathway-1", day.fact(), at("15:15"), day.caseId(), "B. Example", EscortKind.FAMILY));
    }

    /** Instructions given at 15:00. */
    public RecoveryDay instructed(boolean teachBack, @Nullable OffsetDateTime followUp) {
        return with(new DischargeInstructionsGiven(
                "pathway-1", day.fact(), at("15:00"), day.caseId(), "v1", teachBack, "en", null, followUp));
    }

    /** Instructions understood, with an appointment in a week. */
    public RecoveryDay instructed() {
        return instructed(true, at("09:00").plusDays(7));
    }

    /** A flap check that passes if the artery was heard. */
    public RecoveryDay flapChecked(String time, ArterialSignal arterial) {
        return with(new FlapChecked(
                "pathway-1",
                day.fact(),
                at(time),
                day.caseId(),
                "flap-1",
                arterial,
                VenousSignal.PRESENT,
                Swelling.MILD,
                false,
                null,
                null,
                FlapCheckMethod.HANDHELD_DOPPLER,
                CarePlace.RECOVERY,
                null,
                arterial != ArterialSignal.ABSENT));
    }

    /** At 18:00 a plan with a reachable surgeon. */
    public RecoveryDay watchPlanned(DischargeDestination destination, @Nullable String attestation) {
        return with(new FlapMonitoringPlanned(
                "pathway-1",
                day.fact(),
                at("18:00"),
                day.caseId(),
                "flap-1",
                destination,
                destination == DischargeDestination.AFTERCARE_FACILITY ? "facility-harbor" : null,
                "Nurses of Harbor",
                FlapCheckMethod.HANDHELD_DOPPLER,
                true,
                attestation,
                null));
    }

    /** A bed at the after-care facility since the day before. */
    public RecoveryDay bedReserved(boolean flapCapable) {
        day.with(new AftercareBedReserved(
                "pathway-1",
                day.fact(),
                at("09:00").minusDays(1),
                Stage.TWO,
                "facility-harbor",
                at("18:00"),
                at("18:00").plusDays(3),
                flapCapable));
        return this;
    }

    /** All that a discharge to this destination at 15:25 needs, but for the scores and the escort. */
    public RecoveryDay preparedFor(DischargeDestination destination) {
        return evaluated(true).ordered(destination).instructed();
    }

    /** The command of the discharge. */
    public DischargePatient discharge(String time, DischargeDestination destination) {
        return new DischargePatient(
                "pathway-1",
                at(time),
                day.caseId(),
                destination,
                destination == DischargeDestination.AFTERCARE_FACILITY ? "facility-harbor" : null);
    }
}
