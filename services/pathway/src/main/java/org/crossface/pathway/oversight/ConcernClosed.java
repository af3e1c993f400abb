package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** A concern was looked into. */
@EventName("oversight.concern-closed")
public record ConcernClosed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String concernId,
        @Personal String finding,
        @Harmless("identifier of a user") String closedBy)
        implements OversightFact {}
