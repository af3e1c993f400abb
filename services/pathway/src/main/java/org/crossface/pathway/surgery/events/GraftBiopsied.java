package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.BiopsyFinding;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A biopsy of the graft was taken at stage two; it is a finding, and no basis of a confirmation. */
@EventName("surgery.graft-biopsied")
public record GraftBiopsied(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        BiopsyFinding finding,
        @Personal @Nullable String report)
        implements SurgeryFact, ConcernsCase {}
