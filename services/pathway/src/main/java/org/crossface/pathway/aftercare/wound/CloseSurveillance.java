package org.crossface.pathway.aftercare.wound;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.SurveillanceClosed;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceOutcome;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Closes a surveillance after its window has ended. */
public record CloseSurveillance(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Operation") Stage stage,
        @FormField(label = "Surveillance") SurveillanceKind kind,
        @FormField(label = "Outcome") SurveillanceOutcome outcome)
        implements StageCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CloseSurveillance> USE_CASE = UseCase.of(CloseSurveillance.class, "Close surveillance")
            .by(Role.AFTERCARE_NURSE, Role.QUALITY_AUDITOR, Role.SYSTEM)
            .in(Phases.with(Phases.AFTER_CARE, Phase.COMPLETED, Phase.DECEASED))
            .answers("T-19", "T-19b")
            .requires(WoundRules.SURVEILLANCE_FOLLOWS_OPERATION)
            .checks(WoundRules.SURVEILLANCE_IS_OVER)
            .records(SurveillanceClosed.class);
}
