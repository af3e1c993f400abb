package org.crossface.pathway.health.history;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.health.Glp1Decision;
import org.crossface.pathway.health.Glp1RiskDecided;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Decides about the anesthesia of a patient who takes a GLP-1 agonist. */
public record DecideGlp1Risk(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Decision") Glp1Decision decision,

        @FormField(
                label = "Residual risk",
                min = 1,
                max = 1000,
                multiline = true,
                help = "Symptoms, phase of escalation, dose, and what risk remains")
        String residualRisk)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DecideGlp1Risk> USE_CASE = UseCase.of(DecideGlp1Risk.class, "Decide on GLP-1 risk")
            .by(Role.ANESTHESIOLOGIST)
            .in(Phases.PREPARATION)
            .requires(RiskRules.PATIENT_TAKES_GLP1)
            .records(Glp1RiskDecided.class);
}
