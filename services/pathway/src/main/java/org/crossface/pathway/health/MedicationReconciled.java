package org.crossface.pathway.health;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** It was decided for each drug what the patient takes after the discharge. */
@EventName("health.medication-reconciled")
public record MedicationReconciled(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        List<ReconciledMedicine> medicines)
        implements HealthFact, ConcernsCase, Encounter {}
