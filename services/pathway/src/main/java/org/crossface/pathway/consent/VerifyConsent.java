package org.crossface.pathway.consent;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.BodySide;
import org.crossface.pathway.FaceSide;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Phases;
import org.crossface.pathway.Stage;
import org.crossface.pathway.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Reads the consent in force to the patient before the operation and compares the sides (INV-04). */
public record VerifyConsent(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Type") ConsentType type,
        @FormField(label = "Stage") @Nullable Stage stage,
        @FormField(label = "Face side") @Nullable FaceSide faceSide,
        @FormField(label = "Donor side") @Nullable BodySide donorSide)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<VerifyConsent> USE_CASE = UseCase.of(VerifyConsent.class, "Verify consent")
            .by(Role.PREOP_NURSE)
            .in(Phases.PREPARATION)
            .requires(ConsentRules.A_CONSENT_STANDS)
            .checks(ConsentRules.IN_FORCE_TO_VERIFY, ConsentRules.SIDES_AGREE);
}
