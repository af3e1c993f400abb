package org.crossface.pathway.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
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
 * @param birthDate as the patient's record had it; {@code null} only after erasure
 * @param interpreterNeeded whether the patient's record asks for an interpreter
 * @param representativeKnown whether the patient's record names a representative
 * @param reason in the referrer's words; {@code null} when the referral gave none
 */
@EventName("intake.patient-referred")
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
        @Personal @Nullable LocalDate birthDate,
        boolean interpreterNeeded,
        boolean representativeKnown,
        @Personal @Nullable String referrer,
        @Personal @Nullable String reason)
        implements IntakeFact {}
