package org.crossface.pathway.evaluation.examination;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.evaluation.Completeness;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Records side, cause, onset and severity of the paralysis.
 *
 * @param onset year, month or day as far as known, {@code 2020}, {@code 2020-09} or {@code 2020-09-14}; {@code null} when congenital
 * @param emgEvidence EMG shows that the native muscle no longer answers; needed between 12 and 24 months (INV-13)
 * @param irreversibleLoss the loss is documented as irreversible, such as a resected nerve; needed below 12 months (INV-13)
 */
public record CharacteriseParalysis(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Paralysed side") ParalysedSide paralysedSide,
        @FormField(label = "Cause") Cause cause,

        @FormField(label = "Onset", help = "YYYY, YYYY-MM or YYYY-MM-DD; leave empty if congenital") @Nullable
        String onset,

        @FormField(label = "Congenital") boolean congenital,
        @FormField(label = "Completeness") Completeness completeness,

        @FormField(label = "House-Brackmann", help = "1 (normal) to 6 (no movement)")
        int houseBrackmann,

        @FormField(label = "Earlier surgery", max = 2000, multiline = true, help = "Face, neck and legs") @Nullable
        String priorSurgery,

        @FormField(label = "Radiation") boolean radiation,
        @FormField(label = "Synkinesis") boolean synkinesis,

        @FormField(
                label = "EMG shows no recovery",
                help = "Needed when the paralysis is {reversibleMonths} to {longStandingMonths} months old")
        boolean emgEvidence,

        @FormField(
                label = "Irreversible loss documented",
                help = "Needed when the paralysis is less than {reversibleMonths} months old")
        boolean irreversibleLoss)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CharacteriseParalysis> USE_CASE = UseCase.of(
                    CharacteriseParalysis.class, "Characterise paralysis")
            .by(Role.SURGEON)
            .in(Phases.EVALUATION)
            .checks(
                    EvaluationRules.GRADE_ON_ITS_SCALE,
                    EvaluationRules.COMPLETE_MEANS_NO_MOVEMENT,
                    EvaluationRules.ONSET_IS_GIVEN,
                    EvaluationRules.ONSET_IS_POSSIBLE,
                    LateralityRules.SIDE_OF_GRAFT_STAYS)
            .records(ParalysisCharacterised.class);
}
