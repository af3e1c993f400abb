package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The payer refused the operation of one stage. */
@EventName("scheduling.authorization-denied")
public record AuthorizationDenied(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        @Harmless String payerId,
        @Harmless("procedure codes") List<String> codes)
        implements SchedulingFact {}
