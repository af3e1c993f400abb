package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.SafetyEventPlace;
import org.crossface.pathway.surgery.vocabulary.SafetyEventSeverity;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A medication error happened. */
@EventName("surgery.medication-error-reported")
public record MedicationErrorReported(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        SafetyEventSeverity severity,
        SafetyEventPlace place,
        @Personal @Nullable String description)
        implements SurgeryFact, ConcernsCase {}
