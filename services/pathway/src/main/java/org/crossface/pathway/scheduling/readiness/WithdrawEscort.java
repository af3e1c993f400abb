package org.crossface.pathway.scheduling.readiness;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the named escort will not come. */
public record WithdrawEscort(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Reason", max = 500) @Nullable String reason)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<WithdrawEscort> USE_CASE = UseCase.of(WithdrawEscort.class, "Withdraw escort")
            .by(Role.SURGICAL_COORDINATOR, Role.PREOP_NURSE, Role.PACU_NURSE)
            .in(
                    Phase.CANDIDATE,
                    Phase.STAGE1_PLANNED,
                    Phase.STAGE1_DONE,
                    Phase.NEUROTIZING,
                    Phase.READY_FOR_STAGE2,
                    Phase.STAGE2_PLANNED,
                    Phase.STAGE2_DONE,
                    Phase.ON_HOLD,
                    Phase.REPLANNED)
            .requires(ReadinessRules.ESCORT_IS_NAMED)
            .records(EscortWithdrawn.class);
}
