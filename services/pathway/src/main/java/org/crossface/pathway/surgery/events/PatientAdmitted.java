package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient was admitted to the surgery centre; the stay starts here.
 *
 * @param medicationConfirmed whether the list of medication was read to the patient; {@code null} when nobody was asked
 */
@EventName(value = "surgery.patient-admitted", revision = 2, upcasters = AdmissionWithMedication.class)
public record PatientAdmitted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        Stage stage,
        int identifiersChecked,
        boolean allergiesConfirmed,
        @Personal String preSurgicalAssessmentBy,
        @Nullable Boolean medicationConfirmed)
        implements SurgeryFact, ConcernsCase, Encounter {}
