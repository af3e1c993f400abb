package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A person was registered.
 *
 * @param familyName or the only name of a person who has one
 * @param givenNames empty for a person with one name
 * @param birthDate as far as it is known: {@code 1990}, {@code 1990-06} or {@code 1990-06-02}; a word instead after erasure
 * @param timeZone IANA time zone of the residence
 * @param identifiers each as {@code system|value}; {@code null} only after erasure
 */
@EventName("patient.patient-registered")
public record PatientRegistered(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal String familyName,
        @Personal String givenNames,
        @Personal @Nullable String birthDate,
        Sex sex,
        @Personal @Nullable String phone,
        @Personal @Nullable String email,
        @Personal @Nullable String street,
        @Personal @Nullable String city,
        @Personal @Nullable String region,
        @Personal @Nullable String postalCode,
        @Personal @Nullable String country,
        @Harmless("BCP 47 language") String language,
        boolean interpreterNeeded,
        @Harmless("IANA time zone") String timeZone,
        @Personal @Nullable List<String> identifiers,
        boolean contactConsent)
        implements PatientEvent {}
