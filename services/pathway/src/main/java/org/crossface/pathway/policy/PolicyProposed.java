package org.crossface.pathway.policy;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * A version of the policy was proposed.
 *
 * @param proposedBy who may not approve it
 */
@EventName("policy.policy-proposed")
public record PolicyProposed(
        @Harmless String policySetId,
        OffsetDateTime occurredAt,
        @Harmless String version,
        OffsetDateTime effectiveFrom,
        List<ThresholdChange> thresholds,
        @Harmless("about thresholds, not about a patient") String rationale,
        @Harmless String proposedBy)
        implements PolicyEvent {}
