package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.crossface.pathway.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient went back to theatre.
 *
 * @param indexCaseId the case that it follows
 */
@EventName("aftercare.returned-to-theatre")
public record ReturnedToTheatre(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String indexCaseId,
        boolean planned,
        @Personal @Nullable String reason)
        implements AftercareFact, ConcernsCase {}
