package org.crossface.pathway.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A patient was referred, which opens the pathway.
 *
 * @param number what people call the pathway, such as {@code P-0101}
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
        @Personal @Nullable String referrer,
        @Personal @Nullable String reason)
        implements IntakeFact {}
