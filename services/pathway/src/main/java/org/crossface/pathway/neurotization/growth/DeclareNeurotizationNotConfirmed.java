package org.crossface.pathway.neurotization.growth;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.NeurotizationNotConfirmed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the graft does not yet carry the signal. */
public record DeclareNeurotizationNotConfirmed(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Next review") LocalDate nextReviewOn,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DeclareNeurotizationNotConfirmed> USE_CASE = UseCase.of(
                    DeclareNeurotizationNotConfirmed.class, "Neurotization not confirmed")
            .by(Role.SURGEON)
            .in(Phase.STAGE1_DONE, Phase.NEUROTIZING, Phase.WINDOW_LAPSED)
            .requires(NeurotizationRules.GRAFT_IS_BANKED, NeurotizationRules.NOT_YET_CONFIRMED)
            .records(NeurotizationNotConfirmed.class);
}
