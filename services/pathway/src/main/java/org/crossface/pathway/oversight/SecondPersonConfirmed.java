package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * A second clinician confirmed a fact that waited for it; it counts from now on.
 *
 * @param confirmedFactId the fact that waited
 */
@EventName("oversight.second-person-confirmed")
public record SecondPersonConfirmed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String confirmedFactId,
        @Harmless("identifier of a practitioner") String confirmedBy)
        implements OversightFact {}
