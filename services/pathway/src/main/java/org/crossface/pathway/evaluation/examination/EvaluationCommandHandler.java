package org.crossface.pathway.evaluation.examination;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.evaluation.EfaceRecorded;
import org.crossface.pathway.evaluation.EvaluationCompleted;
import org.crossface.pathway.evaluation.EvaluationMissed;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.evaluation.HealthySideFunctionConfirmed;
import org.crossface.pathway.evaluation.LateralityCorrected;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes what the evaluation finds. */
public final class EvaluationCommandHandler {

    private final PathwayRecord pathway;

    public EvaluationCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(CorrectLaterality command, Circumstances given) {
        pathway.judge(CorrectLaterality.USE_CASE, command, given)
                .record(new LateralityCorrected(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        pathway.state().evaluation().finding().orElseThrow().side(),
                        command.paralysedSide(),
                        command.evidence(),
                        given.actorId()));
    }

    @CommandHandler
    void handle(RecordEface command, Circumstances given) {
        pathway.judge(RecordEface.USE_CASE, command, given)
                .record(new EfaceRecorded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.statics(),
                        command.dynamics(),
                        command.synkinesis(),
                        given.actorId()));
    }

    @CommandHandler
    void handle(ScheduleEvaluation command, Circumstances given) {
        pathway.judge(ScheduleEvaluation.USE_CASE, command, given)
                .record(new EvaluationScheduled(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.visitAt(),
                        command.mode()));
    }

    @CommandHandler
    void handle(MissEvaluation command, Circumstances given) {
        pathway.judge(MissEvaluation.USE_CASE, command, given)
                .record(new EvaluationMissed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.reason(),
                        command.note()));
    }

    @CommandHandler
    void handle(RecordGoals command, Circumstances given) {
        pathway.judge(RecordGoals.USE_CASE, command, given)
                .record(new PatientGoalsRecorded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.goals(),
                        command.priorities()));
    }

    @CommandHandler
    void handle(CharacteriseParalysis command, Circumstances given) {
        pathway.judge(CharacteriseParalysis.USE_CASE, command, given)
                .record(new ParalysisCharacterised(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.paralysedSide(),
                        command.cause(),
                        command.congenital() ? null : command.onset(),
                        command.congenital(),
                        command.completeness(),
                        command.houseBrackmann(),
                        command.priorSurgery(),
                        command.radiation(),
                        command.synkinesis(),
                        command.emgEvidence(),
                        command.irreversibleLoss()));
    }

    @CommandHandler
    void handle(ConfirmHealthySide command, Circumstances given) {
        pathway.judge(ConfirmHealthySide.USE_CASE, command, given)
                .record(new HealthySideFunctionConfirmed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.testedSide(),
                        command.branch(),
                        command.smileFunctional(),
                        command.method()));
    }

    @CommandHandler
    void handle(RecordAssessment command, Circumstances given) {
        pathway.judge(RecordAssessment.USE_CASE, command, given)
                .record(new BaselineAssessmentRecorded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        Assessment.of(command),
                        given.actorId()));
    }

    @CommandHandler
    void handle(CompleteEvaluation command, Circumstances given) {
        pathway.judge(CompleteEvaluation.USE_CASE, command, given)
                .record(new EvaluationCompleted(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), given.actorId()));
    }
}
