package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Other systems know the person by these numbers, and by no others.
 *
 * @param identifiers each as {@code system|value}; {@code null} only after erasure
 */
@EventName("patient.identifiers-corrected")
public record IdentifiersCorrected(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal @Nullable List<String> identifiers)
        implements PatientEvent {}
