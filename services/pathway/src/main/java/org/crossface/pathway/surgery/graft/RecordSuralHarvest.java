package org.crossface.pathway.surgery.graft;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.growth.NeurotizationRules;
import org.crossface.pathway.policy.CentreRange;
import org.crossface.pathway.policy.Narrowed;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SafetyRules;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.surgery.vocabulary.HarvestTechnique;
import org.crossface.pathway.surgery.vocabulary.SuralHarvestLevel;
import org.crossface.pathway.usecase.CentreRanges;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records the harvest of the sural nerve. */
public record RecordSuralHarvest(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Leg") BodySide legSide,

        @Narrowed(CentreRange.SURAL_LENGTH)
        @FormField(
                label = "Length",
                unit = "cm",
                min = 8,
                max = 40,
                step = 0.1,
                help = "The centre expects {suralLengthMinMm} to {suralLengthMaxMm} mm")
        double lengthCm,

        @FormField(label = "Technique") HarvestTechnique technique,

        @FormField(label = "Incisions", min = 1, max = 6, step = 1)
        int incisions,

        @FormField(label = "Graft reversed") boolean reversed,

        @FormField(
                label = "Nerve left in the leg",
                unit = "cm",
                min = 0,
                max = 40,
                step = 0.1,
                help = "If a further harvest from this leg shall stay possible")
        @Nullable
        Double residualLengthCm,

        @FormField(label = "Harvest level", help = "To spare the upper part causes less pain") @Nullable
        SuralHarvestLevel level)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordSuralHarvest> USE_CASE = UseCase.of(
                    RecordSuralHarvest.class, "Record sural nerve harvest")
            .by(Role.SURGEON)
            .in(Phases.STAGE_ONE)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.ofStage(Stage.ONE),
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.once(SuralNerveHarvested.class),
                    SafetyRules.INCISION_WAS_MADE,
                    NeurotizationRules.NO_OTHER_GRAFT_IS_LIVE,
                    GraftSideRules.LEG_OF_EXTERNAL_GRAFT_IS_KNOWN,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(CentreRanges.WITHIN, GraftSideRules.LEG_STILL_HAS_ITS_NERVE, GraftSideRules.SURAL_HARVEST_AGREES)
            .records(SuralNerveHarvested.class);
}
