package org.crossface.pathway.consent.signature;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.consent.ConsentRevoked;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Takes a consent back; a surgical or anesthesia consent takes its scheduled case with it. */
public record RevokeConsent(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Type") ConsentType type,
        @FormField(label = "Stage") @Nullable Stage stage,

        @FormField(label = "Reason", max = 2000, multiline = true) @Nullable
        String reason)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RevokeConsent> USE_CASE = UseCase.of(RevokeConsent.class, "Revoke consent")
            .by(Role.SURGEON, Role.SURGICAL_COORDINATOR, Role.PREOP_NURSE)
            .in(Phases.OPEN)
            .requires(ConsentRules.A_CONSENT_CAN_BE_TAKEN_BACK)
            .checks(ConsentRules.CAN_BE_TAKEN_BACK)
            .records(ConsentRevoked.class);
}
