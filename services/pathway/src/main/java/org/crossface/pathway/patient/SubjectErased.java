package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The person is erased; what was personal reads as erased from here on. */
@EventName("privacy.subject-erased")
public record SubjectErased(
        @Harmless String patientId, @Harmless String factId, OffsetDateTime occurredAt, ErasureBasis basis)
        implements PatientEvent {}
