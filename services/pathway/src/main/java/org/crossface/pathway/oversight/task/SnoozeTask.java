package org.crossface.pathway.oversight.task;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.TaskSnoozed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;

/** Lets a task rest until a time at which somebody goes on with it. */
public record SnoozeTask(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Task", min = 1, max = 200) String task,

        @FormField(label = "Rests until") OffsetDateTime until,

        @FormField(label = "Reason", min = 3, max = 500, help = "It becomes overdue and is escalated as before")
        String reason)
        implements TaskCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<SnoozeTask> USE_CASE = UseCase.of(SnoozeTask.class, "Let a task rest")
            .by(TaskRules.anybody())
            .in(Phases.ANY)
            .requires(TaskRules.SOMETHING_IS_OPEN)
            .checks(TaskRules.IT_IS_OPEN, TaskRules.IT_CONCERNS_THE_ROLE, TaskRules.RESTS_FOR_A_WHILE)
            .records(TaskSnoozed.class, fact -> fact.with("task", "", TaskRules::nameOf));
}
