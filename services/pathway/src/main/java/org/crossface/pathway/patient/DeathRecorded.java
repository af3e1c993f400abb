package org.crossface.pathway.patient;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The patient has died. */
@EventName("patient.death-recorded")
public record DeathRecorded(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate diedOn,
        DeathReport reportedBy)
        implements PatientEvent {}
