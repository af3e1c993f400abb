package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** How the patient can be reached has changed. */
@EventName("patient.contact-corrected")
public record ContactCorrected(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal @Nullable String phone,
        @Personal @Nullable String email,
        @Personal @Nullable String street,
        @Personal @Nullable String city,
        @Personal @Nullable String region,
        @Personal @Nullable String postalCode,
        @Personal @Nullable String country,
        boolean contactConsent)
        implements PatientEvent {}
