package org.crossface.coordination.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.coordination.projection.Document;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.views.PathwayUpdate;
import org.crossface.coordination.views.View;
import org.crossface.pathway.aftercare.AfterCare;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.evaluation.Measurement;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.neurotization.GraftGrowth;
import org.crossface.pathway.oversight.Contradiction;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The board: one row for each pathway. The board filters and sorts by columns. The content of a card is one document, a {@link BoardRow},
 * so a new figure needs no column.
 */
public final class BoardView implements View {

    /** A greater length is an entry error and is not shown. */
    private static final double LONGEST_MM = 10_000;

    /** The timers whose course a card draws. */
    private static final Set<String> CLOCKS = Set.of("T-02", "T-06", "T-25", "T-26", "T-45", "T-46");

    @Override
    public String name() {
        return "board";
    }

    @Override
    public int revision() {
        return 5;
    }

    @Override
    public boolean showsNames() {
        return true;
    }

    @Override
    public void write(Rows rows, PathwayUpdate update) {
        Timetable timetable = Timetable.of(update.state(), update.policy());
        BoardRow card = of(update.state(), update.policy(), timetable, update.position());
        TaskRow next = card.next();
        rows.row("board", "pathway_id")
                .set("pathway_id", card.pathwayId())
                .set("patient_id", card.patientId())
                .set("number", card.number())
                .set("site_id", card.siteId())
                .set("phase", card.phase())
                .set("lane", card.lane())
                .set("side", card.side())
                .texts("surgeon_ids", card.surgeonIds())
                .set("next_due", next == null ? null : next.dueOn())
                .set("next_overdue", next == null ? null : next.overdueOn())
                .set("ended_on", card.endedOn())
                .json("card", Document.of(card))
                .json("escalations", Document.of(EscalatedTask.of(update.state(), timetable)))
                .set("sequence", update.sequence())
                .set("position", update.position())
                .write();
    }

    static BoardRow of(PathwayState state, Policy policy, long position) {
        return of(state, policy, Timetable.of(state, policy), position);
    }

    /** The card of this state, without a name: only the view of the patients holds names. */
    private static BoardRow of(PathwayState state, Policy policy, Timetable timetable, long position) {
        Intake intake = state.intake();
        Phase phase = state.phase();
        Stage stage = state.nextStage();
        GraftGrowth growth = state.graft().growth();
        GraftGrowth.Tinel tinel = growth.lastReading().orElse(null);
        Rehabilitation rehabilitation = state.newestRehabilitation();
        AfterCare care = state.afterCare();
        OptionalInt adherence = rehabilitation.therapy().adherencePercent();
        List<TaskRow> tasks = TaskRow.of(timetable);
        return new BoardRow(
                intake.pathwayId(),
                intake.personId(),
                intake.number(),
                null,
                null,
                false,
                intake.siteId(),
                phase,
                Lane.of(phase, state.restingPhase()),
                state.knownSide().map(Enum::name).orElse(null),
                intake.referredOn(),
                intake.reasonMissing(),
                instant(visitAhead(state)),
                state.factorsKnown(),
                phase == Phase.DEFERRED ? state.plan().reviewOn() : null,
                state.consents()
                        .standing(ConsentType.SURGICAL, stage)
                        .map(Consents.Consent::validUntil)
                        .orElse(null),
                state.preOpItemsDone(stage),
                state.schedule().readinessFor(stage).clearedUntil(),
                state.operations().stageOneDate().orElse(null),
                tenths(growth.insertedMm()),
                tinel == null ? null : tenths(tinel.advanceMm()),
                tinel == null ? null : tinel.on(),
                tinel != null && tinel.atDistalEnd(),
                state.graft().confirmedOn(),
                state.windowEnd(policy).orElse(null),
                state.operations().stageTwoDate().orElse(null),
                rehabilitation.firstMovementOn(),
                adherence.isPresent() ? adherence.getAsInt() : null,
                sunnybrook(state),
                surgeons(state),
                care.openRedFlags().size(),
                Math.toIntExact(care.complications().values().stream()
                        .filter(AfterCare.Complication::open)
                        .count()),
                state.oversight().contradictions().stream()
                        .map(Contradiction::rule)
                        .distinct()
                        .toList(),
                instant(state.flapEmergencySince().orElse(null)),
                instant(CaseProgress.open(state, stage)
                        .map(each -> each.planned().startsAt())
                        .orElse(visitAhead(state))),
                tasks.isEmpty() ? null : tasks.getFirst(),
                tasks.stream().filter(task -> CLOCKS.contains(task.code())).toList(),
                phase.isEnd() ? state.dayOf(state.phases().getLast().at()) : null,
                Optional.ofNullable(state.rehabilitations().result())
                        .map(Enum::name)
                        .orElse(null),
                muscles(state),
                position);
    }

    private static List<BoardRow.Muscle> muscles(PathwayState state) {
        return state.flaps().all().stream()
                .flatMap(flap -> Stream.ofNullable(flap.operatedOn())
                        .map(operated -> new BoardRow.Muscle(
                                flap.side() == null ? null : flap.side().name(),
                                operated,
                                state.rehabilitationOf(flap).firstMovementOn(),
                                flap.condition())))
                .toList();
    }

    private static List<String> surgeons(PathwayState state) {
        List<SurgicalCase> cases = state.schedule().cases();
        return cases.isEmpty() ? List.of() : cases.getLast().surgeonIds();
    }

    private static @Nullable OffsetDateTime visitAhead(PathwayState state) {
        Evaluation evaluation = state.evaluation();
        return evaluation.completed() ? null : evaluation.visitAt();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Double tenths(@Nullable Double millimetres) {
        if (millimetres == null || !Double.isFinite(millimetres) || Math.abs(millimetres) >= LONGEST_MM) {
            return null;
        }
        return BigDecimal.valueOf(millimetres).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }

    /** Composite scores from the newest baseline to the newest visit. */
    private static List<Integer> sunnybrook(PathwayState state) {
        Stream<Assessment> baseline = state.evaluation().baselines().reversed().stream()
                .map(Measurement::assessment)
                .filter(each -> each.sunnybrook() != null)
                .limit(1);
        Stream<Assessment> visits =
                state.newestRehabilitation().outcomes().stream().map(Rehabilitation.Outcome::assessment);
        return Stream.concat(baseline, visits)
                .map(Assessment::sunnybrook)
                .filter(Objects::nonNull)
                .map(Sunnybrook::composite)
                .toList();
    }
}
