package org.crossface.pathway.scheduling.readiness;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.vocabulary.AnesthesiaPlan;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Records the anesthetic assessment for one stage.
 *
 * @param asaClass 1..6
 * @param mallampati 1..4
 */
public record AssessAnesthesia(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "ASA class", min = 1, max = 6) int asaClass,
        @FormField(label = "Mallampati", min = 1, max = 4) int mallampati,
        @FormField(label = "Anesthesia") AnesthesiaPlan plan,

        @FormField(label = "Notes", max = 2000, multiline = true) @Nullable
        String notes)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AssessAnesthesia> USE_CASE = UseCase.of(AssessAnesthesia.class, "Assess for anesthesia")
            .by(Role.ANESTHESIOLOGIST)
            .in(Phases.PREPARATION)
            .requires(ReadinessRules.OPERATION_IS_PLANNED)
            .records(AnesthesiaAssessed.class);
}
