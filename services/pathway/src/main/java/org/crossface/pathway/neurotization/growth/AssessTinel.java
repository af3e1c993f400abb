package org.crossface.pathway.neurotization.growth;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records a percussion along the graft. */
public record AssessTinel(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Tingling present") boolean present,

        @FormField(label = "Advance from the donor coaptation", unit = "mm", min = 0, max = 250, step = 1)
        double advanceMm,

        @FormField(label = "At the distal end") boolean atDistalEnd,

        @FormField(
                label = "Comment",
                max = 1000,
                multiline = true,
                help = "Needed when the point lies more than {tinelRetreatMm} mm behind the one found before")
        @Nullable
        String comment)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AssessTinel> USE_CASE = UseCase.of(AssessTinel.class, "Assess Tinel sign")
            .by(Role.SURGEON)
            .in(
                    Phase.STAGE1_DONE,
                    Phase.NEUROTIZING,
                    Phase.WINDOW_LAPSED,
                    Phase.READY_FOR_STAGE2,
                    Phase.STAGE2_PLANNED,
                    Phase.ON_HOLD)
            .answers("T-22", "T-23", "T-24")
            .requires(NeurotizationRules.GRAFT_IS_BANKED)
            .checks(NeurotizationRules.ADVANCE_IS_WITHIN_GRAFT, NeurotizationRules.RETREAT_IS_EXPLAINED)
            .records(TinelAssessed.class);
}
