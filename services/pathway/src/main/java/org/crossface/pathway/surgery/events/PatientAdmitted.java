package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** The patient was admitted to the surgery centre; the stay starts here. */
@EventName("surgery.patient-admitted")
public record PatientAdmitted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        Stage stage,
        int identifiersChecked,
        boolean allergiesConfirmed,
        @Personal String preSurgicalAssessmentBy)
        implements SurgeryFact, ConcernsCase, Encounter {}
