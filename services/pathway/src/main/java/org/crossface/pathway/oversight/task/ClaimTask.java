package org.crossface.pathway.oversight.task;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.TaskClaimed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;

/** Takes on a task, so that nobody else begins it. */
public record ClaimTask(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Task", min = 1, max = 200) String task)
        implements TaskCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ClaimTask> USE_CASE = UseCase.of(ClaimTask.class, "Take on a task")
            .by(TaskRules.anybody())
            .in(Phases.ANY)
            .requires(TaskRules.SOMETHING_IS_OPEN)
            .checks(TaskRules.IT_IS_OPEN, TaskRules.IT_CONCERNS_THE_ROLE, TaskRules.NOBODY_HAS_IT)
            .records(TaskClaimed.class, fact -> fact.with("task", "", TaskRules::nameOf));
}
