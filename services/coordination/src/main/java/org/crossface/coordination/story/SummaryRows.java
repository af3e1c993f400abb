package org.crossface.coordination.story;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.coordination.board.BoardRows;
import org.crossface.coordination.projection.Facts;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.theatre.CaseFacts;
import org.crossface.pathway.FaceSide;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.evaluation.FaceQuestionnaire;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.planning.TreatmentPlanRevised;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.rehabilitation.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.RehabilitationStarted;
import org.crossface.pathway.surgery.FlapReperfused;
import org.crossface.pathway.surgery.StageOneCompleted;
import org.crossface.pathway.surgery.StageTwoCompleted;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the summary of a pathway. */
public final class SummaryRows {

    private static final int MM_PER_CM = 10;

    private SummaryRows() {}

    /** Writes the row of these facts. */
    public static void write(Rows rows, Facts facts, JsonMapper json, long position) {
        rows.row("pathway_summary", "pathway_id")
                .set("pathway_id", facts.referral().pathwayId())
                .set("patient_id", facts.referral().patientId())
                .json("summary", json.writeValueAsString(of(facts)))
                .set("position", position)
                .write();
    }

    /** The summary that these facts make. */
    public static PathwaySummary of(Facts facts) {
        Optional<ParalysedSide> side = BoardRows.side(facts);
        ParalysisCharacterised paralysis =
                facts.last(ParalysisCharacterised.class).orElse(null);
        return new PathwaySummary(
                facts.referral().pathwayId(),
                facts.referral().number(),
                facts.phase().name(),
                side.map(Enum::name).orElse(null),
                side.flatMap(ParalysedSide::oneSide)
                        .map(FaceSide::opposite)
                        .map(Enum::name)
                        .orElse(null),
                paralysis == null ? null : paralysis.cause().name(),
                paralysis == null ? null : paralysis.onset(),
                paralysis != null && paralysis.congenital(),
                paralysis == null ? null : paralysis.houseBrackmann(),
                plan(facts),
                cases(facts),
                facts.last(StageOneCompleted.class)
                        .map(each -> each.graftedLengthCm() * MM_PER_CM)
                        .orElse(null),
                facts.all(TinelAssessed.class).stream()
                        .map(each -> new PathwaySummary.Tinel(facts.dayOf(each), each.advanceMm(), each.atDistalEnd()))
                        .toList(),
                scores(facts),
                milestones(facts),
                facts.phases().stream()
                        .map(each -> new PathwaySummary.Band(each.phase().name(), facts.dayOf(each.at())))
                        .toList());
    }

    private static PathwaySummary.@Nullable Plan plan(Facts facts) {
        TreatmentPlanRevised revised = facts.last(TreatmentPlanRevised.class).orElse(null);
        if (revised != null) {
            return new PathwaySummary.Plan(
                    revised.planVersion(),
                    revised.option().name(),
                    name(revised.stageOneSetting()),
                    name(revised.stageTwoSetting()),
                    name(revised.nerveSource()),
                    name(revised.donorLeg()),
                    name(revised.donorThigh()));
        }
        return facts.last(TreatmentPlanSelected.class)
                .map(first -> new PathwaySummary.Plan(
                        first.planVersion(),
                        first.option().name(),
                        name(first.stageOneSetting()),
                        name(first.stageTwoSetting()),
                        name(first.nerveSource()),
                        name(first.donorLeg()),
                        name(first.donorThigh())))
                .orElse(null);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static List<PathwaySummary.Case> cases(Facts facts) {
        return CaseFacts.all(facts).stream()
                .map(each -> new PathwaySummary.Case(
                        each.caseId(),
                        each.stage().name(),
                        facts.dayOf(each.startsAt()),
                        each.startsAt().toInstant(),
                        each.room(),
                        each.surgeonIds(),
                        each.rung().name(),
                        each.endedAs().orElse(null),
                        each.last(FlapReperfused.class)
                                .map(FlapReperfused::ischemiaMinutes)
                                .orElse(null)))
                .toList();
    }

    private static List<PathwaySummary.Score> scores(Facts facts) {
        List<PathwaySummary.Score> scores = new ArrayList<>();
        facts.all(BaselineAssessmentRecorded.class)
                .forEach(each -> scores.add(score(facts.dayOf(each), "Baseline", each.assessment())));
        facts.all(OutcomeAssessed.class)
                .forEach(
                        each -> scores.add(score(facts.dayOf(each), each.visit().name(), each.assessment())));
        return scores;
    }

    private static PathwaySummary.Score score(LocalDate on, String visit, Assessment assessment) {
        Sunnybrook sunnybrook = assessment.sunnybrook();
        FaceQuestionnaire face = assessment.face();
        return new PathwaySummary.Score(
                on,
                visit,
                assessment.houseBrackmann(),
                sunnybrook == null ? null : sunnybrook.composite(),
                assessment.smileExcursionMm(),
                face == null ? null : face.total());
    }

    private static List<PathwaySummary.Milestone> milestones(Facts facts) {
        return Stream.of(
                        day(facts, StageOneCompleted.class, "Stage one"),
                        day(facts, NeurotizationConfirmed.class, "Nerve confirmed"),
                        day(facts, StageTwoCompleted.class, "Stage two"),
                        day(facts, RehabilitationStarted.class, "Therapy starts"),
                        facts.last(FirstMovementObserved.class)
                                .map(each -> new PathwaySummary.Milestone(each.seenOn(), "First movement")))
                .flatMap(Optional::stream)
                .sorted(comparing(PathwaySummary.Milestone::on))
                .toList();
    }

    private static <E extends PathwayEvent> Optional<PathwaySummary.Milestone> day(
            Facts facts, Class<E> type, String label) {
        return facts.last(type).map(each -> new PathwaySummary.Milestone(facts.dayOf(each), label));
    }
}
