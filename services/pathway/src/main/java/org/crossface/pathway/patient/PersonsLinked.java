package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Two registered persons turned out to be one. The fact stands in the streams of both, each with the other's identifier; both keep what is
 * recorded about them.
 *
 * @param otherPatientId the person with whom this one is linked
 * @param mainPatientId which of the two stays the main one, under which people find the person
 * @param reason how it is known; {@code null} after erasure
 */
@EventName("patient.persons-linked")
public record PersonsLinked(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String otherPatientId,
        @Harmless String mainPatientId,
        @Personal @Nullable String reason)
        implements PatientEvent {}
