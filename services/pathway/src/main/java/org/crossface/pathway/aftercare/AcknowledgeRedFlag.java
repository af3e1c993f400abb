package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Phases;
import org.crossface.pathway.Referent;
import org.crossface.pathway.RefersTo;
import org.crossface.pathway.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Takes over a red flag, which stops its escalation. */
public record AcknowledgeRedFlag(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.RED_FLAG) @FormField(label = "Red flag")
        String flagId)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AcknowledgeRedFlag> USE_CASE = UseCase.of(
                    AcknowledgeRedFlag.class, "Take over red flag")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.AFTER_CARE)
            .answers("T-33")
            .requires(AftercareRules.A_RED_FLAG_IS_THERE)
            .checks(AftercareRules.RED_FLAG_IS_THERE);
}
