package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * An after-care facility accepted the patient.
 *
 * @param flapMonitoringCapable whether it could watch a flap when it accepted
 */
@EventName("scheduling.aftercare-bed-reserved")
public record AftercareBedReserved(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        @Harmless String facilityId,
        OffsetDateTime from,
        OffsetDateTime until,
        boolean flapMonitoringCapable)
        implements SchedulingFact {}
