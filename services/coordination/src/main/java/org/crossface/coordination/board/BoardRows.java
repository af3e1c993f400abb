package org.crossface.coordination.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crossface.coordination.projection.Facts;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.theatre.CaseFacts;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.Phase;
import org.crossface.pathway.Stage;
import org.crossface.pathway.aftercare.ComplicationRecorded;
import org.crossface.pathway.aftercare.ComplicationResolved;
import org.crossface.pathway.aftercare.RedFlagRaised;
import org.crossface.pathway.aftercare.RedFlagResolved;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.evaluation.EvaluationCompleted;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.planning.CandidacyDeferred;
import org.crossface.pathway.planning.TreatmentPlanRevised;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.rehabilitation.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.HomeProgrammeAdherenceReported;
import org.crossface.pathway.rehabilitation.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.PathwayCompleted;
import org.crossface.pathway.scheduling.PreOpClearanceGranted;
import org.crossface.pathway.surgery.StageOneCompleted;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the row of the board: where the pathway stands and what its card shows. */
public final class BoardRows {

    private static final int MM_PER_CM = 10;
    private static final int ADHERENCE_REPORTS = 4;
    private static final int DAYS_PER_WEEK = 7;
    private static final double PERCENT = 100.0;

    private final Facts facts;
    private final Policy policy;

    private BoardRows(Facts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    /** Writes the row of these facts. */
    public static void write(Rows rows, Facts facts, Policy policy, JsonMapper json, long sequence, long position) {
        Rows.Row row = rows.row("board", "pathway_id");
        BoardRows board = new BoardRows(facts, policy);
        board.identity(row);
        board.evaluation(row);
        board.readiness(row);
        board.growth(row);
        board.outcome(row);
        board.dues(row, json);
        row.set("sequence", sequence).set("position", position).write();
    }

    /** The paralysed side as it is known best; empty while nobody has named it. */
    public static Optional<ParalysedSide> side(Facts facts) {
        Optional<ParalysedSide> examined =
                facts.last(ParalysisCharacterised.class).map(ParalysisCharacterised::paralysedSide);
        return examined.isPresent()
                ? examined
                : Optional.ofNullable(facts.referral().referredSide());
    }

    private void identity(Rows.Row row) {
        PatientReferred referral = facts.referral();
        Phase phase = facts.phase();
        row.set("pathway_id", referral.pathwayId())
                .set("patient_id", referral.patientId())
                .set("number", referral.number())
                .set("site_id", referral.siteId())
                .set("zone", referral.zone())
                .set("phase", phase)
                .set("lane", Lane.of(phase, facts.restingPhase()))
                .set("side", side(facts).orElse(null))
                .set("referred_on", referral.referredOn())
                .set("reason_missing", referral.reason() == null)
                .texts("surgeon_ids", surgeons());
    }

    private List<String> surgeons() {
        return CaseFacts.all(facts).reversed().stream()
                .findFirst()
                .map(CaseFacts::surgeonIds)
                .orElse(List.of());
    }

    private void evaluation(Rows.Row row) {
        boolean evaluated = facts.has(EvaluationCompleted.class);
        row.set(
                        "visit_at",
                        evaluated
                                ? null
                                : facts.last(EvaluationScheduled.class)
                                        .map(EvaluationScheduled::visitAt)
                                        .orElse(null))
                .set("factors", factors())
                .set(
                        "review_on",
                        facts.phase() == Phase.DEFERRED
                                ? facts.last(CandidacyDeferred.class)
                                        .map(CandidacyDeferred::reviewOn)
                                        .orElse(null)
                                : null)
                .set("plan_version", planVersion());
    }

    /** How many of the five mandatory factors are known; the age always is, since no referral is accepted without a birth date. */
    private int factors() {
        int known = 1;
        if (facts.has(PatientGoalsRecorded.class)) {
            known++;
        }
        Optional<ParalysisCharacterised> paralysis = facts.last(ParalysisCharacterised.class);
        if (paralysis.isPresent()) {
            boolean duration = paralysis.get().congenital() || paralysis.get().onset() != null;
            known += duration ? 3 : 2;
        }
        return known;
    }

    private @Nullable Integer planVersion() {
        return facts.last(TreatmentPlanRevised.class)
                .map(TreatmentPlanRevised::planVersion)
                .or(() -> facts.last(TreatmentPlanSelected.class).map(TreatmentPlanSelected::planVersion))
                .orElse(null);
    }

    private void readiness(Rows.Row row) {
        Stage stage = nextStage();
        row.set(
                        "consent_until",
                        Readiness.consent(facts, stage)
                                .map(ConsentObtained::validUntil)
                                .orElse(null))
                .set("clearance_items", Readiness.items(facts, stage))
                .set(
                        "clearance_until",
                        Readiness.clearance(facts, stage)
                                .map(PreOpClearanceGranted::validUntil)
                                .orElse(null))
                .set("next_appointment_at", appointment(stage));
    }

    /** The operation that is prepared: the second as soon as the patient has gone home after the first. */
    private Stage nextStage() {
        return Growth.stageOneOn(facts).isPresent() && facts.phase() != Phase.STAGE1_DONE ? Stage.TWO : Stage.ONE;
    }

    private @Nullable OffsetDateTime appointment(Stage stage) {
        Optional<OffsetDateTime> surgery =
                CaseFacts.newest(facts, stage).filter(each -> !each.isOver()).map(CaseFacts::startsAt);
        Optional<OffsetDateTime> visit = facts.has(EvaluationCompleted.class)
                ? Optional.empty()
                : facts.last(EvaluationScheduled.class).map(EvaluationScheduled::visitAt);
        return surgery.or(() -> visit).orElse(null);
    }

    private void growth(Rows.Row row) {
        TinelAssessed tinel = facts.last(TinelAssessed.class).orElse(null);
        row.set("stage_one_on", Growth.stageOneOn(facts).orElse(null))
                .set(
                        "graft_mm",
                        facts.last(StageOneCompleted.class)
                                .map(each -> each.graftedLengthCm() * MM_PER_CM)
                                .orElse(null))
                .set("tinel_mm", tinel == null ? null : tinel.advanceMm())
                .set("tinel_on", tinel == null ? null : facts.dayOf(tinel))
                .set("tinel_at_end", tinel != null && tinel.atDistalEnd())
                .set(
                        "confirmed_on",
                        facts.last(NeurotizationConfirmed.class)
                                .map(facts::dayOf)
                                .orElse(null))
                .set("window_end", Growth.windowEnd(facts, policy).orElse(null))
                .set("stage_two_on", Growth.stageTwoOn(facts).orElse(null));
    }

    private void outcome(Rows.Row row) {
        row.set(
                        "movement_on",
                        facts.last(FirstMovementObserved.class)
                                .map(FirstMovementObserved::seenOn)
                                .orElse(null))
                .set("adherence_percent", adherence())
                .integers("sunnybrook", sunnybrook())
                .set(
                        "excursion_mm",
                        facts.last(
                                        OutcomeAssessed.class,
                                        each -> each.assessment().smileExcursionMm() != null)
                                .map(each -> each.assessment().smileExcursionMm())
                                .orElse(null))
                .set(
                        "open_red_flags",
                        open(
                                RedFlagRaised.class,
                                facts.all(RedFlagResolved.class).stream()
                                        .map(RedFlagResolved::flagId)
                                        .toList()))
                .set(
                        "open_complications",
                        open(
                                ComplicationRecorded.class,
                                facts.all(ComplicationResolved.class).stream()
                                        .map(ComplicationResolved::complicationId)
                                        .toList()))
                .set(
                        "ended_on",
                        facts.phase().isEnd()
                                ? facts.dayOf(facts.phases().getLast().at())
                                : null)
                .set(
                        "outcome",
                        facts.last(PathwayCompleted.class)
                                .map(PathwayCompleted::outcome)
                                .orElse(null));
    }

    private <E extends PathwayEvent> int open(Class<E> type, List<String> closed) {
        return (int) facts.all(type).stream()
                .filter(each -> !closed.contains(each.factId()))
                .count();
    }

    private @Nullable Integer adherence() {
        List<HomeProgrammeAdherenceReported> reports = facts.all(HomeProgrammeAdherenceReported.class);
        if (reports.isEmpty()) {
            return null;
        }
        double days = reports.reversed().stream()
                .limit(ADHERENCE_REPORTS)
                .mapToInt(HomeProgrammeAdherenceReported::daysPerWeek)
                .average()
                .orElse(0);
        return (int) Math.round(days / DAYS_PER_WEEK * PERCENT);
    }

    /** Composite scores from the newest baseline to the newest visit. */
    private List<Integer> sunnybrook() {
        List<Assessment> assessments = new ArrayList<>();
        facts.last(BaselineAssessmentRecorded.class, each -> each.assessment().sunnybrook() != null)
                .map(BaselineAssessmentRecorded::assessment)
                .ifPresent(assessments::add);
        facts.all(OutcomeAssessed.class).forEach(each -> assessments.add(each.assessment()));
        return assessments.stream()
                .map(Assessment::sunnybrook)
                .filter(Objects::nonNull)
                .map(Sunnybrook::composite)
                .toList();
    }

    private void dues(Rows.Row row, JsonMapper json) {
        List<Due> dues = Dues.of(facts, policy);
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
