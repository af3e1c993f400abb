package org.crossface.pathway.consent;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A consent was signed.
 *
 * @param planVersion version of the plan that was explained; 0 when there was none
 * @param validUntil last day of validity; {@code null} when it holds until it is revoked
 */
@EventName("consent.consent-obtained")
public record ConsentObtained(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String consentId,
        ConsentType type,
        @Nullable Stage stage,
        @Nullable TreatmentOption procedure,
        @Nullable FaceSide faceSide,
        @Nullable BodySide donorSide,
        @Harmless @Nullable String surgeonId,
        @Nullable PlannedSetting setting,
        int planVersion,
        Signer signer,
        @Personal String signerName,
        boolean lacksCapacity,
        @Personal @Nullable String witness,
        @Personal @Nullable String interpreter,
        @Nullable LocalDate validUntil)
        implements ConsentFact {}
