package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The birth date was wrong.
 *
 * @param birthDate what it is, as far as it is known; a word instead after erasure
 * @param reason {@code null} after erasure
 */
@EventName("patient.birth-date-corrected")
public record BirthDateCorrected(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal @Nullable String birthDate,
        @Personal @Nullable String reason)
        implements PatientEvent {}
