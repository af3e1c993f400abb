package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The administrative sex is another one, or the one on record was wrong.
 *
 * @param reason {@code null} after erasure
 */
@EventName("patient.sex-corrected")
public record SexCorrected(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Sex sex,
        @Personal @Nullable String reason)
        implements PatientEvent {}
