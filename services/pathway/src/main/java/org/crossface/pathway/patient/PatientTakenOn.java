package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * A surgery centre took a person on as its patient: the person's home, whose staff alone may share the person with other centres.
 *
 * @param siteId of the surgery centre
 */
@EventName("patient.patient-taken-on")
public record PatientTakenOn(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String siteId) implements PatientEvent {}
