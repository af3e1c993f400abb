package org.crossface.pathway.oversight.task;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.oversight.EscalationAcknowledged;
import org.crossface.pathway.oversight.TaskClaimed;
import org.crossface.pathway.oversight.TaskReassigned;
import org.crossface.pathway.oversight.TaskReleased;
import org.crossface.pathway.oversight.TaskSnoozed;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes what people do about a task. */
public final class TaskCommandHandler {

    private final PathwayRecord pathway;

    public TaskCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(ClaimTask command, Circumstances given) {
        var judged = pathway.judge(ClaimTask.USE_CASE, command, given);
        OpenTask task = TaskRules.find(pathway.state(), command, given).orElseThrow();
        judged.record(new TaskClaimed(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                task.code(),
                task.key(),
                task.start(),
                given.actorId()));
    }

    @CommandHandler
    void handle(ReleaseTask command, Circumstances given) {
        var judged = pathway.judge(ReleaseTask.USE_CASE, command, given);
        OpenTask task = TaskRules.find(pathway.state(), command, given).orElseThrow();
        judged.record(new TaskReleased(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                task.code(),
                task.key(),
                task.start(),
                given.actorId()));
    }

    @CommandHandler
    void handle(SnoozeTask command, Circumstances given) {
        var judged = pathway.judge(SnoozeTask.USE_CASE, command, given);
        OpenTask task = TaskRules.find(pathway.state(), command, given).orElseThrow();
        judged.record(new TaskSnoozed(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                task.code(),
                task.key(),
                task.start(),
                command.until(),
                command.reason(),
                given.actorId()));
    }

    @CommandHandler
    void handle(ReassignTask command, Circumstances given) {
        var judged = pathway.judge(ReassignTask.USE_CASE, command, given);
        OpenTask task = TaskRules.find(pathway.state(), command, given).orElseThrow();
        judged.record(new TaskReassigned(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                task.code(),
                task.key(),
                task.start(),
                command.role(),
                command.person(),
                command.reason(),
                given.actorId()));
    }

    @CommandHandler
    void handle(AcknowledgeEscalation command, Circumstances given) {
        var judged = pathway.judge(AcknowledgeEscalation.USE_CASE, command, given);
        OpenTask task = TaskRules.find(pathway.state(), command, given).orElseThrow();
        judged.record(new EscalationAcknowledged(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                task.code(),
                task.key(),
                task.start(),
                task.toldUntil(command.occurredAt().toInstant()).getLast().step(),
                command.plan(),
                given.actorId()));
    }
}
