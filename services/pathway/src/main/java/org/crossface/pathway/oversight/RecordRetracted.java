package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** A fact never was. */
@EventName("oversight.record-retracted")
public record RecordRetracted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String targetFactId,
        @Personal String reason)
        implements OversightFact {}
