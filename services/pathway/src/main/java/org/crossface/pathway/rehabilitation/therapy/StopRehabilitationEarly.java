package org.crossface.pathway.rehabilitation.therapy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.RehabilitationStoppedEarly;
import org.crossface.pathway.rehabilitation.outcome.OutcomeRules;
import org.crossface.pathway.rehabilitation.vocabulary.StopReason;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Ends therapy before its time. */
public record StopRehabilitationEarly(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") StopReason reason,

        @FormField(label = "Explanation", min = 3, max = 1000, multiline = true)
        String explanation,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<StopRehabilitationEarly> USE_CASE = UseCase.of(
                    StopRehabilitationEarly.class, "Stop therapy early")
            .by(Role.THERAPIST, Role.SURGEON)
            .in(Phases.THERAPY)
            .requires(OutcomeRules.MUSCLE_IS_NAMED, RehabilitationRules.THERAPY_IS_OPEN)
            .records(RehabilitationStoppedEarly.class);
}
