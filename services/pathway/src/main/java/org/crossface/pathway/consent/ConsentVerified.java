package org.crossface.pathway.consent;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/** A consent was read to the patient and its sides were compared. */
@EventName("consent.consent-verified")
public record ConsentVerified(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String consentId,
        ConsentType type,
        @Nullable Stage stage,
        @Nullable FaceSide faceSide,
        @Nullable BodySide donorSide,
        @Harmless String verifiedBy)
        implements ConsentFact {}
