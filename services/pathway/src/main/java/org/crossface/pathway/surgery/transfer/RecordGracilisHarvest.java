package org.crossface.pathway.surgery.transfer;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.policy.CentreRange;
import org.crossface.pathway.policy.Narrowed;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SafetyRules;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.usecase.CentreRanges;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records the harvest of the gracilis muscle with its nerve and vessels. */
public record RecordGracilisHarvest(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Thigh") BodySide thighSide,

        @Narrowed(CentreRange.GRACILIS_LENGTH)
        @FormField(
                label = "Length",
                unit = "cm",
                min = 6,
                max = 16,
                step = 0.1,
                help = "The centre expects {gracilisLengthMinMm} to {gracilisLengthMaxMm} mm")
        double lengthCm,

        @Narrowed(CentreRange.GRACILIS_WIDTH)
        @FormField(
                label = "Width",
                unit = "cm",
                min = 1.5,
                max = 8,
                step = 0.1,
                help = "The centre expects {gracilisWidthMinMm} to {gracilisWidthMaxMm} mm")
        double widthCm,

        @Narrowed(CentreRange.GRACILIS_WEIGHT)
        @FormField(
                label = "Weight after trimming",
                unit = "g",
                min = 5,
                max = 80,
                step = 0.1,
                help = "The centre expects {gracilisWeightMinG} to {gracilisWeightMaxG} g")
        double weightG,

        @FormField(label = "Artery of the pedicle", unit = "mm", min = 0.5, max = 3, step = 0.1)
        double pedicleArteryMm,

        @FormField(label = "Veins", min = 1, max = 3, step = 1)
        int veins,

        @FormField(label = "Nerve length", unit = "cm", min = 2, max = 15, step = 0.1)
        double nerveLengthCm,

        @FormField(label = "Pedicle divided at", help = "Ischemia starts")
        OffsetDateTime pedicleDividedAt)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordGracilisHarvest> USE_CASE = UseCase.of(
                    RecordGracilisHarvest.class, "Record gracilis harvest")
            .by(Role.SURGEON)
            .in(Phases.STAGE_TWO)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.ofStage(Stage.TWO),
                    CaseRules.CASE_IS_LIVE,
                    MuscleSideRules.NO_OTHER_FLAP_IS_IN_USE,
                    CaseRules.once(GracilisHarvested.class),
                    StageTwoRules.TIME_OUT_COMES_BEFORE_HARVEST,
                    SafetyRules.INCISION_WAS_MADE,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(
                    CentreRanges.WITHIN,
                    StageTwoRules.PEDICLE_WAS_DIVIDED,
                    MuscleSideRules.THIGH_STILL_HAS_ITS_MUSCLE,
                    MuscleSideRules.GRACILIS_HARVEST_AGREES)
            .records(GracilisHarvested.class);
}
