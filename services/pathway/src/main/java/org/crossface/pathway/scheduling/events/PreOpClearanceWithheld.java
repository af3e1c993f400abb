package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** The anesthesiologist does not clear the patient for the operation of one stage; an earlier clearance holds no more. */
@EventName("scheduling.clearance-withheld")
public record PreOpClearanceWithheld(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        @Personal String reason)
        implements SchedulingFact {}
