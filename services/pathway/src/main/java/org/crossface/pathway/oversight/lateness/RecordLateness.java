package org.crossface.pathway.oversight.lateness;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.Role;

/**
 * Records what time has brought about until now: what has become overdue, who had to be told of it, and what ended by itself. Where nothing
 * has, it records nothing, so that it may be sent as often as somebody likes.
 */
public record RecordLateness(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordLateness> USE_CASE = UseCase.of(RecordLateness.class, "Record lateness")
            .by(Role.SYSTEM)
            .in(Phases.ANY)
            .records(TaskOverdue.class)
            .records(TaskEscalated.class);
}
