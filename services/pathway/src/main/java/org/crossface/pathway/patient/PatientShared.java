package org.crossface.pathway.patient;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/**
 * With the patient's consent, another surgery centre may know who the patient is and open a pathway of its own.
 *
 * @param siteId of the other surgery centre
 * @param consentedOn day on which the consent was given
 * @param consentBy who gave it
 * @param reason why the other centre needs to know the patient
 */
@EventName("patient.patient-shared")
public record PatientShared(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String siteId,
        LocalDate consentedOn,
        SharingConsent consentBy,
        @Personal String reason)
        implements PatientEvent {}
