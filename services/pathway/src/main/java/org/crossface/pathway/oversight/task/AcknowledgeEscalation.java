package org.crossface.pathway.oversight.task;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.EscalationAcknowledged;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;

/** Takes the escalation of a task in hand: nobody further up is told, since whoever was told will do something about it. */
public record AcknowledgeEscalation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Task", min = 1, max = 200) String task,

        @FormField(label = "What will be done", min = 3, max = 1000, multiline = true)
        String plan)
        implements TaskCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AcknowledgeEscalation> USE_CASE = UseCase.of(
                    AcknowledgeEscalation.class, "Take an escalation in hand")
            .by(TaskRules.anybody())
            .in(Phases.ANY)
            .requires(TaskRules.SOMETHING_IS_OPEN)
            .checks(
                    TaskRules.IT_IS_OPEN,
                    TaskRules.IT_IS_ESCALATED,
                    TaskRules.ITS_CLOCK_CAN_BE_STOPPED,
                    TaskRules.WHO_WAS_TOLD_ACKNOWLEDGES)
            .records(EscalationAcknowledged.class, fact -> fact.with("task", "", TaskRules::nameOf));
}
