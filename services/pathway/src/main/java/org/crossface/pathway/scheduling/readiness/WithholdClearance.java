package org.crossface.pathway.scheduling.readiness;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.PreOpClearanceWithheld;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records that the patient is not cleared for the operation of one stage, until a clearance is granted. */
public record WithholdClearance(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,

        @FormField(label = "Reason", min = 1, max = 2000, multiline = true)
        String reason)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<WithholdClearance> USE_CASE = UseCase.of(WithholdClearance.class, "Withhold clearance")
            .by(Role.ANESTHESIOLOGIST)
            .in(Phases.with(Phases.PREPARATION, Phase.ON_HOLD))
            .requires(ReadinessRules.CLEARANCE_IS_ASKED_FOR)
            .records(PreOpClearanceWithheld.class);
}
