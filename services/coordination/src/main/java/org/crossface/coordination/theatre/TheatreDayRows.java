package org.crossface.coordination.theatre;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.crossface.coordination.projection.Rows;
import org.crossface.pathway.BodySide;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Stage;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.recovery.CaseProgress;
import org.crossface.pathway.recovery.DischargeDestination;
import org.crossface.pathway.recovery.FlapWatch;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.surgery.Operation;
import org.jspecify.annotations.Nullable;

/** Writes the rows of the theatre day: one for each case of a pathway. */
public final class TheatreDayRows {

    private TheatreDayRows() {}

    /** Writes every case of this state, and no other of its pathway: one that was retracted goes. */
    public static void write(Rows rows, PathwayState state, long position) {
        List<CaseProgress> cases = CaseProgress.all(state);
        rows.keepOnly(
                "theatre_day",
                "pathway_id",
                state.intake().pathwayId(),
                "case_id",
                cases.stream().map(CaseProgress::caseId).toList());
        for (CaseProgress each : cases) {
            Rows.Row row = rows.row("theatre_day", "case_id");
            plan(row, state, each);
            operation(row, each.operation());
            recovery(row, each);
            gate(row, state, each);
            row.set("position", position).write();
        }
    }

    private static void plan(Rows.Row row, PathwayState state, CaseProgress each) {
        Intake intake = state.intake();
        SurgicalCase planned = each.planned();
        row.set("case_id", each.caseId())
                .set("pathway_id", intake.pathwayId())
                .set("patient_id", intake.patientId())
                .set("number", intake.number())
                .set("site_id", planned.siteId())
                .set("zone", intake.zone())
                .set("day", state.dayOf(planned.startsAt()))
                .set("room", planned.room())
                .set("stage", each.stage())
                .set("side", state.knownSide().orElse(null))
                .set("donor_side", donorSide(state, each.stage()))
                .texts("surgeon_ids", planned.surgeonIds())
                .set("planned_start", planned.startsAt())
                .set("planned_end", planned.endsAt())
                .set("recovery_minutes", planned.recoveryMinutes())
                .set("rung", each.rung());
    }

    private static @Nullable BodySide donorSide(PathwayState state, Stage stage) {
        return state.consents()
                .newest(ConsentType.SURGICAL, stage)
                .map(Consents.Consent::donorSide)
                .orElse(null);
    }

    private static void operation(Rows.Row row, Operation operation) {
        row.set("admitted_at", operation.admittedAt().orElse(null))
                .set("prepared_at", operation.preparedAt().orElse(null))
                .set("entered_at", operation.enteredAt().orElse(null))
                .set("incision_at", operation.incisionAt().orElse(null))
                .set("closure_at", operation.closedAt().orElse(null))
                .set("left_at", operation.leftTheatreAt().orElse(null))
                .set(
                        "ischemia_minutes",
                        operation.ischemia().map(Operation.Ischemia::minutes).orElse(null))
                .set(
                        "signed_at",
                        operation.signature().map(Operation.Signature::at).orElse(null));
    }

    private static void recovery(Rows.Row row, CaseProgress each) {
        Recovery recovery = each.recovery();
        Recovery.Score aldrete = recovery.aldrete().orElse(null);
        Recovery.Score padss = recovery.padss().orElse(null);
        row.set("recovery_at", each.recoveryAt().orElse(null))
                .set("second_phase_at", recovery.phaseTwoAt().orElse(null))
                .set("aldrete", aldrete == null ? null : aldrete.total())
                .set("aldrete_at", aldrete == null ? null : aldrete.at())
                .set("padss", padss == null ? null : padss.total())
                .set("padss_lowest", padss == null ? null : padss.lowest())
                .set("padss_at", padss == null ? null : padss.at())
                .set("pain", recovery.pain().orElse(null))
                .set("extended_at", recovery.extendedAt().orElse(null))
                .set("departed_at", recovery.departedAt().orElse(null))
                .set("ended_as", each.end().orElse(null));
    }

    /** What {@link DischargeGate} is drawn from: an item that was undone, or that does not suffice, has no time. */
    private static void gate(Rows.Row row, PathwayState state, CaseProgress each) {
        Recovery recovery = each.recovery();
        row.set("never_anesthetised", each.endedBeforeAnesthesia())
                .set("evaluated_at", recovery.foundFitAt().orElse(null))
                .set("order_at", recovery.order().map(Recovery.Order::at).orElse(null))
                .set("destination", recovery.destination().orElse(null))
                .set("escort_at", recovery.escortArrivedAt().orElse(null))
                .set("escort_exempted", recovery.escortExempted())
                .set("instructions_at", recovery.instructedAt().orElse(null))
                .set("bed_missing", bedIsMissing(state, each))
                .set("no_flap", !state.flap().watchedIn(each.caseId()))
                .set("flap_planned_at", flapPlannedAt(recovery).orElse(null))
                .set("flap_passed_at", flapPassedAt(recovery).orElse(null))
                .set("flap_suspected_at", flapSuspectedAt(recovery).orElse(null));
    }

    /** Where the patient is to go: as ordered, or while nothing is, as the watch of the flap is planned. */
    private static Optional<DischargeDestination> intended(Recovery recovery) {
        return recovery.destination().or(() -> recovery.flapWatch().map(FlapWatch::destination));
    }

    /** Of a patient who is to go to an after-care facility. */
    private static boolean bedIsMissing(PathwayState state, CaseProgress each) {
        if (intended(each.recovery()).orElse(null) != DischargeDestination.AFTERCARE_FACILITY) {
            return false;
        }
        boolean watches = state.flap().watchedIn(each.caseId());
        return state.schedule()
                .readinessFor(each.stage())
                .reservedBed()
                .filter(bed -> !watches || bed.flapMonitoringCapable())
                .isEmpty();
    }

    /** A plan is for one destination. */
    private static Optional<OffsetDateTime> flapPlannedAt(Recovery recovery) {
        return intended(recovery)
                .flatMap(to -> recovery.flapWatch().filter(plan -> plan.suffices(to)))
                .map(FlapWatch::plannedAt);
    }

    private static Optional<OffsetDateTime> flapPassedAt(Recovery recovery) {
        return recovery.lastFlapCheck().filter(Recovery.FlapCheck::passing).map(Recovery.FlapCheck::at);
    }

    /** A check that failed is a suspicion, also after the suspicion was taken back. */
    private static Optional<OffsetDateTime> flapSuspectedAt(Recovery recovery) {
        return recovery.lastFlapCheck()
                .filter(check -> !check.passing())
                .map(Recovery.FlapCheck::at)
                .or(recovery::flapSuspectedAt);
    }
}
