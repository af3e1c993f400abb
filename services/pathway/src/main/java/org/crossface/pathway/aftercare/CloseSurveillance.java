package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.Phase;
import org.crossface.pathway.Phases;
import org.crossface.pathway.Stage;
import org.crossface.pathway.StageCommand;
import org.crossface.pathway.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Closes a surveillance after its window has ended. */
public record CloseSurveillance(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Operation") Stage stage,
        @FormField(label = "Surveillance") SurveillanceKind kind,
        @FormField(label = "Outcome") SurveillanceOutcome outcome)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CloseSurveillance> USE_CASE = UseCase.of(CloseSurveillance.class, "Close surveillance")
            .by(Role.AFTERCARE_NURSE, Role.QUALITY_AUDITOR, Role.SYSTEM)
            .in(Phases.with(Phases.AFTER_CARE, Phase.COMPLETED))
            .answers("T-19")
            .requires(AftercareRules.SURVEILLANCE_FOLLOWS_OPERATION)
            .checks(AftercareRules.SURVEILLANCE_IS_OVER);
}
