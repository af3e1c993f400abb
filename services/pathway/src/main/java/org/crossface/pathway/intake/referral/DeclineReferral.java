package org.crossface.pathway.intake.referral;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.intake.DeclineReason;
import org.crossface.pathway.intake.ReferralDeclined;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Declines a referral before a candidacy decision, which ends the pathway. */
public record DeclineReferral(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") DeclineReason reason,

        @FormField(label = "Note", multiline = true, max = 2000) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DeclineReferral> USE_CASE = UseCase.of(DeclineReferral.class, "Decline referral")
            .by(Role.SURGICAL_COORDINATOR)
            .in(Phases.EVALUATION)
            .records(ReferralDeclined.class);
}
