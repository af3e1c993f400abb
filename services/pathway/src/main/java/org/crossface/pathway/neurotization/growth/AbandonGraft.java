package org.crossface.pathway.neurotization.growth;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.AbandonmentReason;
import org.crossface.pathway.neurotization.GraftAbandoned;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Gives up the graft, so that another may be placed. */
public record AbandonGraft(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") AbandonmentReason reason,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AbandonGraft> USE_CASE = UseCase.of(AbandonGraft.class, "Abandon graft")
            .by(Role.SURGEON)
            .in(Phases.without(
                    Phases.AFTER_CARE, Phase.CANDIDATE, Phase.STAGE1_PLANNED, Phase.LOST_TO_FOLLOW_UP, Phase.WITHDRAWN))
            .requires(NeurotizationRules.GRAFT_IS_LIVE)
            .records(GraftAbandoned.class);
}
