package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The patient prefers another language, or needs an interpreter or none. */
@EventName("patient.language-corrected")
public record LanguageCorrected(
        @Harmless String patientId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless("BCP 47 language") String language,
        boolean interpreterNeeded)
        implements PatientEvent {}
