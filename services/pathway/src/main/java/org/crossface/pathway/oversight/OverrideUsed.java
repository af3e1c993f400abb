package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * A fact was recorded although a rule spoke against it, since the rule was overridden; stands right after that fact.
 *
 * @param decidedFactId the fact that was recorded under the override
 * @param overrideFactId the override with its reason
 */
@EventName("oversight.override-used")
public record OverrideUsed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String decidedFactId,
        @Harmless String overrideFactId,
        @Harmless String invariantId)
        implements OversightFact {}
