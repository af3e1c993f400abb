package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Somebody decides for the patient. */
@EventName("patient.representative-named")
public record RepresentativeNamed(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal String name,
        RepresentativeRelation relation,
        @Personal @Nullable String phone)
        implements PatientEvent {}
