package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The other surgery centre may no longer open pathways for the patient. It keeps those that it has opened, which are its own record of a
 * treatment.
 *
 * @param siteId of the other surgery centre
 */
@EventName("patient.patient-sharing-ended")
public record PatientSharingEnded(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String siteId,
        SharingEnd because)
        implements PatientEvent {}
