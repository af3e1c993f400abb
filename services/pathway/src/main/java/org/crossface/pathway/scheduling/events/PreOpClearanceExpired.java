package org.crossface.pathway.scheduling.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The validity of a clearance is over, and no operation has used it (T-08).
 *
 * @param validUntil last day of its validity
 */
@EventName("scheduling.clearance-expired")
public record PreOpClearanceExpired(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        LocalDate validUntil)
        implements SchedulingFact {}
