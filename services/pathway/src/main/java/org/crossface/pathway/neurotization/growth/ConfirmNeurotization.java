package org.crossface.pathway.neurotization.growth;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Confirms that the graft carries the healthy side's signal, so that the muscle may follow. */
public record ConfirmNeurotization(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(
                label = "Basis",
                help = NeurotizationBasis.WORTH
                        + " A judgement needs a second reviewer. A biopsy is taken at stage two and recorded there")
        NeurotizationBasis basis,

        @FormField(label = "Rationale", max = 2000, multiline = true, help = "Needed for clinical judgement") @Nullable
        String rationale,

        @RefersTo(Referent.PRACTITIONER)
        @FormField(
                label = "Second reviewer",
                max = 100,
                help = "Another surgeon, who has to confirm it; needed for clinical judgement")
        @Nullable
        String secondReviewer)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ConfirmNeurotization> USE_CASE = UseCase.of(
                    ConfirmNeurotization.class, "Confirm neurotization")
            .by(Role.SURGEON)
            // in STAGE2_PLANNED after a confirmation on which a booking rested was retracted
            .in(Phase.STAGE1_DONE, Phase.NEUROTIZING, Phase.WINDOW_LAPSED, Phase.STAGE2_PLANNED)
            .answers("T-25", "T-26")
            .requires(
                    NeurotizationRules.GRAFT_IS_BANKED,
                    NeurotizationRules.NOT_YET_CONFIRMED,
                    GeneralRules.noOtherWaits(NeurotizationConfirmed.class))
            .checks(
                    NeurotizationRules.BIOPSY_IS_NO_BASIS,
                    NeurotizationRules.BASIS_IS_RECORDED,
                    NeurotizationRules.JUDGEMENT_IS_SHARED)
            .records(NeurotizationConfirmed.class);
}
