package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/**
 * The person bears another name, or the one on record was wrong.
 *
 * @param familyName or the only name of a person who has one
 * @param givenNames empty for a person with one name
 */
@EventName("patient.name-corrected")
public record NameCorrected(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal String familyName,
        @Personal String givenNames,
        NameChange because)
        implements PatientEvent {}
