package org.crossface.pathway.oversight.interruption;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.HoldReason;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Puts the pathway on hold; its phase is kept. */
public record PutOnHold(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") HoldReason reason,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<PutOnHold> USE_CASE = UseCase.of(PutOnHold.class, "Put on hold")
            .by(Role.SURGICAL_COORDINATOR, Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.GOING_ON)
            .records(PathwayPutOnHold.class);
}
