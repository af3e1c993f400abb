package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.Phase;
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
            .in(
                    Phase.STAGE1_PLANNED,
                    Phase.STAGE1_DONE,
                    Phase.NEUROTIZING,
                    Phase.WINDOW_LAPSED,
                    Phase.READY_FOR_STAGE2,
                    Phase.STAGE2_PLANNED,
                    Phase.STAGE2_DONE,
                    Phase.REHABILITATING,
                    Phase.OUTCOME_TRACKING,
                    Phase.COMPLETED,
                    Phase.ON_HOLD,
                    Phase.LOST_TO_FOLLOW_UP,
                    Phase.REPLANNED,
                    Phase.WITHDRAWN)
            .answers("T-19")
            .requires(AftercareRules.SURVEILLANCE_FOLLOWS_OPERATION)
            .checks(AftercareRules.SURVEILLANCE_IS_OVER);
}
