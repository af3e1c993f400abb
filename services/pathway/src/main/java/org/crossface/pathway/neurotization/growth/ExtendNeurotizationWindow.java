package org.crossface.pathway.neurotization.growth;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.NeurotizationWindowExtended;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Gives the graft more time, at most twice three months (INV-69). */
public record ExtendNeurotizationWindow(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Until") LocalDate until,

        @FormField(label = "Reason", min = 3, max = 1000, multiline = true)
        String reason)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ExtendNeurotizationWindow> USE_CASE = UseCase.of(
                    ExtendNeurotizationWindow.class, "Extend the window")
            .by(Role.SURGEON)
            .in(Phase.NEUROTIZING, Phase.WINDOW_LAPSED)
            .requires(
                    NeurotizationRules.GRAFT_IS_BANKED,
                    NeurotizationRules.NOT_YET_CONFIRMED,
                    NeurotizationRules.EXTENSION_IS_LEFT)
            .checks(NeurotizationRules.EXTENSION_IS_LATER, NeurotizationRules.EXTENSION_IS_BOUNDED)
            .records(NeurotizationWindowExtended.class);
}
