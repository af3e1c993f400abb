package org.crossface.pathway.rehabilitation.therapy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.RehabilitationStoppedEarly;
import org.crossface.pathway.rehabilitation.vocabulary.StopReason;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Ends therapy before its time. */
public record StopRehabilitationEarly(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") StopReason reason,

        @FormField(label = "Explanation", min = 3, max = 1000, multiline = true)
        String explanation)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<StopRehabilitationEarly> USE_CASE = UseCase.of(
                    StopRehabilitationEarly.class, "Stop therapy early")
            .by(Role.THERAPIST, Role.SURGEON)
            .in(Phases.OUTCOME)
            .requires(RehabilitationRules.THERAPY_IS_OPEN)
            .records(RehabilitationStoppedEarly.class);
}
