package org.crossface.pathway.scheduling.readiness;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.health.history.RiskRules;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Clears the patient for the operation of one stage. */
public record GrantClearance(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,

        @FormField(label = "Conditions", max = 2000, multiline = true) @Nullable
        String conditions)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<GrantClearance> USE_CASE = UseCase.of(GrantClearance.class, "Grant clearance")
            .by(Role.ANESTHESIOLOGIST)
            .in(Phases.PREPARATION)
            .answers("CLEAR", "T-08", "T-28")
            .requires(
                    ReadinessRules.ANESTHESIA_WAS_ASSESSED,
                    ReadinessRules.OTHER_OPERATIONS_ARE_KNOWN,
                    ReadinessRules.NO_ITEM_FAILED,
                    RiskRules.GLP1_IS_DECIDED)
            .records(PreOpClearanceGranted.class);
}
