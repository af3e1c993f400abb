package org.crossface.pathway.scheduling.confirmation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.EscortReconfirmed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records that the named escort said again that he or she comes to a booked operation (T-10). */
public record ReconfirmEscort(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage) implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReconfirmEscort> USE_CASE = UseCase.of(ReconfirmEscort.class, "Reconfirm escort")
            .answers("T-10")
            .by(Role.SURGICAL_COORDINATOR, Role.PREOP_NURSE)
            .in(Phases.PREPARATION)
            .requires(ConfirmationRules.OPERATION_IS_BOOKED, ConfirmationRules.ESCORT_CAN_RECONFIRM)
            .records(EscortReconfirmed.class);
}
