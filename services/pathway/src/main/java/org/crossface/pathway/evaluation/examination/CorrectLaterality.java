package org.crossface.pathway.evaluation.examination;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.LateralityCorrected;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Corrects the paralysed side before the first incision; it counts when a second clinician has confirmed it (INV-06). */
public record CorrectLaterality(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Paralysed side") ParalysedSide paralysedSide,

        @FormField(label = "Evidence", min = 3, max = 2000, multiline = true, help = "On what the correction rests")
        String evidence)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CorrectLaterality> USE_CASE = UseCase.of(
                    CorrectLaterality.class, "Correct paralysed side")
            .by(Role.SURGEON)
            .in(Phases.OPEN)
            .requires(
                    LateralityRules.SIDE_IS_RECORDED,
                    LateralityRules.NO_INCISION_WAS_MADE,
                    GeneralRules.noOtherWaits(LateralityCorrected.class))
            .checks(LateralityRules.SIDE_IS_ANOTHER)
            .records(LateralityCorrected.class);
}
