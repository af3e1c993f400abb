package org.crossface.pathway.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A patient was referred, which opens the pathway. What later decisions need of the person is copied here, so that they depend on this
 * stream alone.
 *
 * @param number what people call the pathway, such as {@code P-0101}
 * @param referredSide the paralysed side as the referral names it; {@code null} when it names none
 * @param birthDate as far as the patient's record had it; a word instead after erasure
 * @param interpreterNeeded whether the patient's record asks for an interpreter
 * @param representativeKnown whether the patient's record names a representative
 * @param reason in the referrer's words; {@code null} when the referral gave none
 * @param reasonCodes of the reasons, each as {@code system|code}; {@code null} when it gave none, and after erasure
 * @param residenceZone where the patient lives, as the patient's record had it; {@code null} in referrals of earlier releases
 */
@EventName(
        value = "intake.patient-referred",
        revision = 3,
        upcasters = {ReferredWithReasonCodes.class, ReferredWithResidenceZone.class})
public record PatientReferred(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String patientId,
        @Harmless("a running number") String number,
        @Harmless String siteId,
        @Harmless("IANA time zone") String zone,
        LocalDate referredOn,
        @Nullable ParalysedSide referredSide,
        @Personal @Nullable String birthDate,
        boolean interpreterNeeded,
        boolean representativeKnown,
        @Personal @Nullable String referrer,
        @Personal @Nullable String reason,
        @Personal @Nullable List<String> reasonCodes,
        @Harmless("IANA time zone") @Nullable String residenceZone)
        implements IntakeFact {}
