package org.crossface.pathway.aftercare.redflag;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.RedFlagAcknowledged;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
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
            .requires(RedFlagRules.A_RED_FLAG_IS_THERE)
            .checks(RedFlagRules.RED_FLAG_IS_THERE)
            .records(RedFlagAcknowledged.class);
}
