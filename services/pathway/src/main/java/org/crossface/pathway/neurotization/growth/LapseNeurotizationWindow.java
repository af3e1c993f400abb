package org.crossface.pathway.neurotization.growth;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.NeurotizationWindowLapsed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;

/** Records that the time for neurotization has passed without a confirmation. */
public record LapseNeurotizationWindow(
        @TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt) implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<LapseNeurotizationWindow> USE_CASE = UseCase.of(
                    LapseNeurotizationWindow.class, "Let the window lapse")
            .by(Role.SYSTEM)
            .in(Phase.STAGE1_DONE, Phase.NEUROTIZING)
            .requires(
                    NeurotizationRules.GRAFT_IS_BANKED,
                    NeurotizationRules.NOT_YET_CONFIRMED,
                    NeurotizationRules.WINDOW_IS_OVER)
            .records(NeurotizationWindowLapsed.class);
}
