package org.crossface.coordination.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a patient.
 *
 * @param familyName {@code null} when unknown or erased
 * @param zone IANA time zone of residence
 */
public record PatientIdentity(
        String patientId,
        @Nullable String familyName,
        @Nullable String givenName,
        @Nullable LocalDate birthDate,
        @Nullable String zone,
        boolean erased) {}
