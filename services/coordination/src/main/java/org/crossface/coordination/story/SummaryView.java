package org.crossface.coordination.story;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.coordination.projection.Document;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.views.PathwayUpdate;
import org.crossface.coordination.views.View;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.evaluation.FaceQuestionnaire;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.planning.TreatmentPlan;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/** The summary of a pathway: one row with a document. */
public final class SummaryView implements View {

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public int revision() {
        return 2;
    }

    /** Always false: the page of the summary also shows the timeline, whose view notifies it. */
    @Override
    public boolean shows(PathwayEvent event) {
        return false;
    }

    @Override
    public void write(Rows rows, PathwayUpdate update) {
        rows.row("pathway_summary", "pathway_id")
                .set("pathway_id", update.pathwayId())
                .set("patient_id", update.state().intake().personId())
                .json("summary", Document.of(of(update.state())))
                .set("position", update.position())
                .write();
    }

    /** The summary of this state. */
    public static PathwaySummary of(PathwayState state) {
        Optional<ParalysedSide> side = state.knownSide();
        Evaluation.Paralysis paralysis = state.evaluation().finding().orElse(null);
        return new PathwaySummary(
                state.intake().pathwayId(),
                state.intake().number(),
                state.phase().name(),
                side.map(Enum::name).orElse(null),
                side.flatMap(ParalysedSide::oneSide)
                        .map(FaceSide::opposite)
                        .map(Enum::name)
                        .orElse(null),
                paralysis == null ? null : paralysis.cause().name(),
                paralysis == null ? null : paralysis.onset(),
                paralysis != null && paralysis.congenital(),
                paralysis == null ? null : paralysis.houseBrackmann(),
                plan(state.plan()),
                cases(state),
                muscles(state),
                state.graft().growth().insertedMm(),
                state.graft().growth().readings().stream()
                        .map(each -> new PathwaySummary.Tinel(each.on(), each.advanceMm(), each.atDistalEnd()))
                        .toList(),
                scores(state),
                milestones(state),
                state.phases().stream()
                        .map(each -> new PathwaySummary.Band(each.phase().name(), state.dayOf(each.at())))
                        .toList());
    }

    private static PathwaySummary.@Nullable Plan plan(TreatmentPlan plan) {
        return plan.option() == null
                ? null
                : new PathwaySummary.Plan(
                        plan.version(),
                        plan.option().name(),
                        name(plan.stageOneSetting()),
                        name(plan.stageTwoSetting()),
                        name(plan.nerveSource()),
                        name(plan.donorLeg()),
                        name(plan.donorThigh()));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static List<PathwaySummary.Case> cases(PathwayState state) {
        return CaseProgress.all(state).stream()
                .map(each -> new PathwaySummary.Case(
                        each.caseId(),
                        each.stage().name(),
                        state.dayOf(each.planned().startsAt()),
                        each.planned().startsAt().toInstant(),
                        each.planned().room(),
                        each.planned().surgeonIds(),
                        each.rung().name(),
                        each.end().map(Enum::name).orElse(null),
                        each.operation()
                                .ischemia()
                                .map(Operation.Ischemia::minutes)
                                .orElse(null)))
                .toList();
    }

    private static List<PathwaySummary.Muscle> muscles(PathwayState state) {
        return state.flaps().all().stream()
                .map(flap -> {
                    Rehabilitation rehabilitation = state.rehabilitationOf(flap);
                    return new PathwaySummary.Muscle(
                            flap.flapId(),
                            name(flap.side()),
                            name(flap.thigh()),
                            name(flap.nerve()),
                            flap.condition().name(),
                            flap.operatedOn(),
                            rehabilitation.programme().name(),
                            rehabilitation.firstMovementOn(),
                            rehabilitation.outcomes().stream()
                                    .map(each -> each.visit().name())
                                    .distinct()
                                    .toList());
                })
                .toList();
    }

    private static List<PathwaySummary.Score> scores(PathwayState state) {
        List<PathwaySummary.Score> scores = new ArrayList<>();
        state.evaluation()
                .baselines()
                .forEach(each -> scores.add(score(state.dayOf(each.at()), "Baseline", each.assessment(), null)));
        for (MuscleFlap flap : state.flaps().all()) {
            state.rehabilitationOf(flap)
                    .outcomes()
                    .forEach(each -> scores.add(score(
                            state.dayOf(each.at()),
                            each.visit().name() + sideOf(state, flap),
                            each.assessment(),
                            flap.operatedOn())));
        }
        return scores;
    }

    private static PathwaySummary.Score score(
            LocalDate on, String visit, Assessment assessment, @Nullable LocalDate since) {
        Sunnybrook sunnybrook = assessment.sunnybrook();
        FaceQuestionnaire face = assessment.face();
        return new PathwaySummary.Score(
                on,
                visit,
                assessment.houseBrackmann(),
                sunnybrook == null ? null : sunnybrook.composite(),
                assessment.smileExcursionMm(),
                face == null ? null : face.total(),
                since);
    }

    private static List<PathwaySummary.Milestone> milestones(PathwayState state) {
        Stream<Optional<PathwaySummary.Milestone>> graft = Stream.of(
                milestone("Stage one", state.operations().stageOneDate()),
                milestone("Nerve confirmed", Optional.ofNullable(state.graft().confirmedOn())));
        return Stream.concat(graft, state.flaps().all().stream().flatMap(flap -> milestones(state, flap)))
                .flatMap(Optional::stream)
                .sorted(comparing(PathwaySummary.Milestone::on))
                .toList();
    }

    private static Stream<Optional<PathwaySummary.Milestone>> milestones(PathwayState state, MuscleFlap flap) {
        Rehabilitation rehabilitation = state.rehabilitationOf(flap);
        String side = sideOf(state, flap);
        return Stream.of(
                milestone("Stage two" + side, Optional.ofNullable(flap.operatedOn())),
                milestone(
                        "Therapy starts" + side,
                        Optional.ofNullable(rehabilitation.therapy().startedAt())
                                .map(state::dayOf)),
                milestone("First movement" + side, Optional.ofNullable(rehabilitation.firstMovementOn())));
    }

    /** Such as {@code , left}; empty where all muscles are for one side. */
    private static String sideOf(PathwayState state, MuscleFlap flap) {
        return state.knownSide().flatMap(ParalysedSide::oneSide).isPresent() || flap.side() == null
                ? ""
                : ", " + flap.side().name().toLowerCase(Locale.ROOT);
    }

    private static Optional<PathwaySummary.Milestone> milestone(String label, Optional<LocalDate> on) {
        return on.map(day -> new PathwaySummary.Milestone(day, label));
    }
}
