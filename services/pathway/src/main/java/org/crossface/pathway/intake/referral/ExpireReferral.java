package org.crossface.pathway.intake.referral;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.intake.ReferralExpired;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;

/** Ends a pathway whose patient nobody could bring to an evaluation; Crossface sends it when the time is over (T-02). */
public record ExpireReferral(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ExpireReferral> USE_CASE = UseCase.of(ExpireReferral.class, "Let the referral expire")
            .by(Role.SYSTEM)
            .in(Phase.REFERRED, Phase.UNDER_EVALUATION)
            .requires(
                    IntakeRules.EVALUATION_IS_STILL_TO_BE_BOOKED,
                    IntakeRules.REFERRAL_IS_OLD,
                    IntakeRules.PATIENT_WAS_NOTIFIED)
            .records(ReferralExpired.class);
}
