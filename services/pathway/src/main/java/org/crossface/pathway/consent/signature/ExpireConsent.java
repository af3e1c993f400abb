package org.crossface.pathway.consent.signature;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.consent.ConsentExpired;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Ends a consent whose last day is over; Crossface sends it (T-06). */
public record ExpireConsent(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Type") ConsentType type,
        @FormField(label = "Stage") @Nullable Stage stage)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ExpireConsent> USE_CASE = UseCase.of(ExpireConsent.class, "Let the consent expire")
            .by(Role.SYSTEM)
            .in(Phases.OPEN)
            .requires(ConsentRules.A_CONSENT_CAN_BE_TAKEN_BACK)
            .checks(ConsentRules.CONSENT_IS_OVER, ConsentRules.CONSENT_WAS_NOT_USED)
            .records(ConsentExpired.class);
}
