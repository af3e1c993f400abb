package org.crossface.pathway.consent.signature;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.ConsentVerified;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
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
            .checks(ConsentRules.IN_FORCE_TO_VERIFY, ConsentRules.SIDES_AGREE)
            .records(ConsentVerified.class);
}
