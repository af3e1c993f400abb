package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The person did not die: the death was recorded in error.
 *
 * @param reason {@code null} after erasure
 */
@EventName("patient.death-retracted")
public record DeathRetracted(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal @Nullable String reason)
        implements PatientEvent {}
