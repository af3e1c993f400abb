package org.crossface.pathway.health.history;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.health.ThrombosisRiskAssessed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Assesses the risk of a thrombosis and plans what is done against it. */
public record AssessThrombosisRisk(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,

        @FormField(label = "Caprini score", min = 0, max = 60, step = 1)
        int capriniScore,

        @FormField(label = "Mechanical prophylaxis planned", help = "Stockings or intermittent compression")
        boolean mechanical,

        @FormField(label = "Drug planned", max = 120, help = "With its dose; from a score of {capriniDrugPoints}")
        @Nullable
        String drug,

        @FormField(label = "Contraindication", max = 500, multiline = true) @Nullable
        String contraindication)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AssessThrombosisRisk> USE_CASE = UseCase.of(
                    AssessThrombosisRisk.class, "Assess thrombosis risk")
            .by(Role.ANESTHESIOLOGIST, Role.SURGEON)
            .in(Phases.PREPARATION)
            .checks(RiskRules.PROPHYLAXIS_FITS_RISK, RiskRules.MICROSURGERY_HAS_MECHANICAL_PROPHYLAXIS)
            .records(ThrombosisRiskAssessed.class);
}
