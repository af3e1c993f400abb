package org.crossface.pathway.health.history;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.health.NauseaRiskAssessed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Answers the four questions of Apfel about nausea after the operation. */
public record AssessNauseaRisk(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Female") boolean female,
        @FormField(label = "Does not smoke") boolean nonSmoker,

        @FormField(label = "Motion sickness, or sick after an operation")
        boolean sickBefore,

        @FormField(label = "Opioids expected after the operation")
        boolean opioidsAfterwards,

        @FormField(label = "Planned against it", max = 200) @Nullable
        String prophylaxis)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AssessNauseaRisk> USE_CASE = UseCase.of(AssessNauseaRisk.class, "Assess nausea risk")
            .by(Role.ANESTHESIOLOGIST, Role.PREOP_NURSE)
            .in(Phases.PREPARATION)
            .checks(RiskRules.NAUSEA_IS_PREVENTED)
            .records(NauseaRiskAssessed.class);
}
