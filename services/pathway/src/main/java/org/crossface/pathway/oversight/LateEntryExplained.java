package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/**
 * Why something that happened more than 24 hours before was recorded only now; stands right after what it explains.
 *
 * @param explainedFactId the late fact
 */
@EventName("oversight.late-entry-explained")
public record LateEntryExplained(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String explainedFactId,
        @Personal String reason)
        implements OversightFact {}
