package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The reserved bed is free again. */
@EventName("scheduling.aftercare-bed-released")
public record AftercareBedReleased(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        @Harmless String facilityId)
        implements SchedulingFact {}
