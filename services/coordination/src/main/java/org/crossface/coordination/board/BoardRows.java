package org.crossface.coordination.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.crossface.coordination.projection.Rows;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Phase;
import org.crossface.pathway.Stage;
import org.crossface.pathway.aftercare.AfterCare;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.evaluation.Measurement;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.neurotization.GraftGrowth;
import org.crossface.pathway.planning.TreatmentPlan;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.CaseProgress;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the row of the board: where the pathway stands and what its card shows. */
public final class BoardRows {

    private final PathwayState state;
    private final Policy policy;

    private BoardRows(PathwayState state, Policy policy) {
        this.state = state;
        this.policy = policy;
    }

    /** Writes the row of this state. */
    public static void write(
            Rows rows, PathwayState state, Policy policy, JsonMapper json, long sequence, long position) {
        Rows.Row row = rows.row("board", "pathway_id");
        BoardRows board = new BoardRows(state, policy);
        board.identity(row);
        board.evaluation(row);
        board.readiness(row);
        board.growth(row);
        board.outcome(row);
        board.dues(row, json);
        row.set("sequence", sequence).set("position", position).write();
    }

    private void identity(Rows.Row row) {
        Intake intake = state.intake();
        Phase phase = state.phase();
        row.set("pathway_id", intake.pathwayId())
                .set("patient_id", intake.patientId())
                .set("number", intake.number())
                .set("site_id", intake.siteId())
                .set("zone", intake.zone())
                .set("phase", phase)
                .set("lane", Lane.of(phase, state.restingPhase()))
                .set("side", state.knownSide().orElse(null))
                .set("referred_on", intake.referredOn())
                .set("reason_missing", intake.reasonMissing())
                .texts("surgeon_ids", surgeons());
    }

    private List<String> surgeons() {
        List<SurgicalCase> cases = state.schedule().cases();
        return cases.isEmpty() ? List.of() : cases.getLast().surgeonIds();
    }

    private void evaluation(Rows.Row row) {
        TreatmentPlan plan = state.plan();
        row.set("visit_at", visitAhead())
                .set("factors", state.factorsKnown())
                .set("review_on", state.phase() == Phase.DEFERRED ? plan.reviewOn() : null)
                .set("plan_version", plan.exists() ? plan.version() : null);
    }

    private @Nullable OffsetDateTime visitAhead() {
        Evaluation evaluation = state.evaluation();
        return evaluation.completed() ? null : evaluation.visitAt();
    }

    private void readiness(Rows.Row row) {
        Stage stage = state.nextStage();
        row.set(
                        "consent_until",
                        state.consents()
                                .standing(ConsentType.SURGICAL, stage)
                                .map(Consents.Consent::validUntil)
                                .orElse(null))
                .set("clearance_items", state.preOpItemsDone(stage))
                .set("clearance_until", state.schedule().readinessFor(stage).clearedUntil())
                .set(
                        "next_appointment_at",
                        CaseProgress.open(state, stage)
                                .map(each -> each.planned().startsAt())
                                .orElse(visitAhead()));
    }

    private void growth(Rows.Row row) {
        GraftGrowth growth = state.graft().growth();
        GraftGrowth.Tinel tinel = growth.lastReading().orElse(null);
        row.set("stage_one_on", state.operations().stageOneDate().orElse(null))
                .set("graft_mm", growth.insertedMm())
                .set("tinel_mm", tinel == null ? null : tinel.advanceMm())
                .set("tinel_on", tinel == null ? null : tinel.on())
                .set("tinel_at_end", tinel != null && tinel.atDistalEnd())
                .set("confirmed_on", state.graft().confirmedOn())
                .set("window_end", state.windowEnd(policy).orElse(null))
                .set("stage_two_on", state.operations().stageTwoDate().orElse(null));
    }

    private void outcome(Rows.Row row) {
        Rehabilitation rehabilitation = state.rehabilitation();
        AfterCare care = state.afterCare();
        OptionalInt adherence = rehabilitation.therapy().adherencePercent();
        row.set("movement_on", rehabilitation.firstMovementOn())
                .set("adherence_percent", adherence.isPresent() ? adherence.getAsInt() : null)
                .integers("sunnybrook", sunnybrook())
                .set("excursion_mm", excursion())
                .set("open_red_flags", care.openRedFlags().size())
                .set(
                        "open_complications",
                        care.complications().values().stream()
                                .filter(AfterCare.Complication::open)
                                .count())
                .set(
                        "ended_on",
                        state.phase().isEnd()
                                ? state.dayOf(state.phases().getLast().at())
                                : null)
                .set("outcome", rehabilitation.therapy().result());
    }

    private @Nullable Double excursion() {
        return state.rehabilitation().outcomes().stream()
                .map(each -> each.assessment().smileExcursionMm())
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Composite scores from the newest baseline to the newest visit. */
    private List<Integer> sunnybrook() {
        Stream<Assessment> baseline = state.evaluation().baselines().reversed().stream()
                .map(Measurement::assessment)
                .filter(each -> each.sunnybrook() != null)
                .limit(1);
        Stream<Assessment> visits = state.rehabilitation().outcomes().stream().map(Rehabilitation.Outcome::assessment);
        return Stream.concat(baseline, visits)
                .map(Assessment::sunnybrook)
                .filter(Objects::nonNull)
                .map(Sunnybrook::composite)
                .toList();
    }

    private void dues(Rows.Row row, JsonMapper json) {
        List<Due> dues = Dues.of(state, policy);
        Due next = dues.isEmpty() ? null : dues.getFirst();
        LocalDate due = next == null ? null : next.dueOn();
        LocalDate overdue = next == null ? null : next.overdueOn();
        Instant at = next == null ? null : next.at();
        row.set("next_code", next == null ? null : next.code())
                .set("next_label", next == null ? null : next.label())
                .set("next_due", due)
                .set("next_overdue", overdue)
                .set("next_at", at)
                .json("dues", json.writeValueAsString(dues));
    }
}
