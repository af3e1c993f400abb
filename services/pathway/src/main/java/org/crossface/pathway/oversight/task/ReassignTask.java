package org.crossface.pathway.oversight.task;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.TaskReassigned;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Gives a task to a person, or to the people of another role. */
public record ReassignTask(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Task", min = 1, max = 200) String task,

        @FormField(label = "Role", help = "Left out, it stays a task of the same role") @Nullable
        Role role,

        @FormField(label = "Person", min = 1, max = 100, help = "Name of a user; left out, anybody of the role does it")
        @Nullable
        String person,

        @FormField(label = "Reason", min = 3, max = 500) String reason)
        implements TaskCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReassignTask> USE_CASE = UseCase.of(ReassignTask.class, "Give a task to somebody")
            .by(TaskRules.anybody())
            .in(Phases.ANY)
            .requires(TaskRules.SOMETHING_IS_OPEN)
            .checks(TaskRules.IT_IS_OPEN, TaskRules.IT_CONCERNS_THE_ROLE, TaskRules.SOMEBODY_IS_NAMED)
            .records(TaskReassigned.class, fact -> fact.with("task", "", TaskRules::nameOf));
}
