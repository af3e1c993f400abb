package org.crossface.pathway.scheduling.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient is cleared for the operation of one stage.
 *
 * @param validUntil last day of validity
 */
@EventName("scheduling.clearance-granted")
public record PreOpClearanceGranted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        LocalDate validUntil,
        @Personal @Nullable String conditions)
        implements SchedulingFact {}
