package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.ChecklistStep;
import org.crossface.pathway.surgery.vocabulary.DeviationKind;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A step of the safety sequence was missed or late.
 *
 * @param incisionAt when the incision was made without the step
 */
@EventName("surgery.checklist-deviation-reported")
public record ChecklistDeviationReported(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        ChecklistStep step,
        DeviationKind kind,
        @Personal String why,
        @Nullable OffsetDateTime incisionAt)
        implements SurgeryFact, ConcernsCase {}
