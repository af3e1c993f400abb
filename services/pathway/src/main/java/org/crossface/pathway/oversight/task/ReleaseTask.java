package org.crossface.pathway.oversight.task;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.TaskReleased;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;

/** Gives a task back that one has taken on or was given. */
public record ReleaseTask(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Task", min = 1, max = 200) String task)
        implements TaskCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReleaseTask> USE_CASE = UseCase.of(ReleaseTask.class, "Give a task back")
            .by(TaskRules.anybody())
            .in(Phases.ANY)
            .requires(TaskRules.SOMETHING_IS_OPEN)
            .checks(TaskRules.IT_IS_OPEN, TaskRules.IT_IS_RELEASED_BY_ITS_PERSON)
            .records(TaskReleased.class, fact -> fact.with("task", "", TaskRules::nameOf));
}
