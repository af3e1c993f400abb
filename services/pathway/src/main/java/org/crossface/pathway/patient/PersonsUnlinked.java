package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Two linked persons are two after all, or one of them is erased alone. The fact stands in the streams of both.
 *
 * @param otherPatientId the person with whom this one was linked
 * @param reason {@code null} after erasure
 */
@EventName("patient.persons-unlinked")
public record PersonsUnlinked(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String otherPatientId,
        @Personal @Nullable String reason)
        implements PatientEvent {}
