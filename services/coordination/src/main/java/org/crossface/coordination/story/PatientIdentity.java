package org.crossface.coordination.story;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a patient.
 *
 * @param familyName {@code null} when unknown or erased
 * @param birthDate as far as it is known: {@code 1990}, {@code 1990-06} or {@code 1990-06-02}
 * @param zone IANA time zone of residence
 */
public record PatientIdentity(
        String patientId,
        @Nullable String familyName,
        @Nullable String givenName,
        @Nullable String birthDate,
        @Nullable String zone,
        boolean erased) {}
