package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/**
 * An override was looked into.
 *
 * @param overrideFactId the override with its reason
 */
@EventName("oversight.override-reviewed")
public record OverrideReviewed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String overrideFactId,
        OverrideFinding finding,
        @Personal String comment,
        @Harmless("identifier of a user") String reviewedBy)
        implements OversightFact {}
