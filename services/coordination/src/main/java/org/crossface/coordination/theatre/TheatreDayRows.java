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
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.CaseProgress;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.surgery.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of the theatre day: one for each case of a pathway. */
public final class TheatreDayRows {

    private TheatreDayRows() {}

    /**
     * Writes every case of this state, and no other of its pathway: one that was retracted goes.
     *
     * @param at when the newest fact happened, at which the conditions of the discharge are asked
     */
    public static void write(
            Rows rows, PathwayState state, OffsetDateTime at, Policy policy, JsonMapper json, long position) {
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
            gate(row, each);
            row.json("gate", json.writeValueAsString(GateItem.of(state, each.caseId(), at, policy)));
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
        row.set("recovery_at", each.recoveryAt().orElse(null))
                .set("second_phase_at", recovery.phaseTwoAt().orElse(null))
                .set("extended_at", recovery.extendedAt().orElse(null))
                .set("departed_at", recovery.departedAt().orElse(null))
                .set("ended_as", each.end().orElse(null));
    }

    private static void gate(Rows.Row row, CaseProgress each) {
        Recovery recovery = each.recovery();
        row.set("destination", recovery.destination().orElse(null))
                .set("flap_suspected_at", flapInDoubtSince(recovery).orElse(null));
    }

    /** A check that failed is a suspicion, also after the suspicion was taken back; one that passed since ends it. */
    private static Optional<OffsetDateTime> flapInDoubtSince(Recovery recovery) {
        Optional<Recovery.FlapCheck> last = recovery.lastFlapCheck();
        return last.filter(check -> !check.passing())
                .map(Recovery.FlapCheck::at)
                .or(() -> recovery.flapSuspectedAt()
                        .filter(suspected -> last.filter(check -> !check.at().isBefore(suspected))
                                .isEmpty()));
    }
}
