package org.crossface.pathway.scheduling.readiness;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.AftercareBedReleased;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Gives the reserved bed back, while the operation stays as it is booked. */
public record ReleaseAftercareBed(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage) implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReleaseAftercareBed> USE_CASE = UseCase.of(
                    ReleaseAftercareBed.class, "Release after-care bed")
            .by(Role.SURGICAL_COORDINATOR, Role.PREOP_NURSE)
            .in(Phases.AFTER_CARE)
            .requires(ReadinessRules.BED_IS_RESERVED)
            .records(AftercareBedReleased.class);
}
