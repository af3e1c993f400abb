package org.crossface.pathway.evaluation.examination;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.HealthySideFunctionConfirmed;
import org.crossface.pathway.evaluation.NerveTestMethod;
import org.crossface.pathway.surgery.vocabulary.DonorBranch;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/**
 * Records the test of the healthy side's smile.
 *
 * @param testedSide the side that was tested; has to be the one opposite the paralysed side (INV-11)
 */
public record ConfirmHealthySide(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Side tested", help = "The side that moves")
        FaceSide testedSide,

        @FormField(label = "Branch") DonorBranch branch,
        @FormField(label = "Usable smile") boolean smileFunctional,
        @FormField(label = "Method") NerveTestMethod method)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ConfirmHealthySide> USE_CASE = UseCase.of(
                    ConfirmHealthySide.class, "Confirm healthy side")
            .by(Role.SURGEON)
            .in(Phases.EVALUATION)
            .requires(EvaluationRules.HEALTHY_SIDE_IS_KNOWN)
            .checks(EvaluationRules.TESTED_THE_HEALTHY_SIDE)
            .records(HealthySideFunctionConfirmed.class);
}
