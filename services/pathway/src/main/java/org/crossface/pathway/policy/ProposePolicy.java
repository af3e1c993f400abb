package org.crossface.pathway.policy;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.FormField;

/**
 * Proposes a version of the policy; it takes effect when another person has approved it.
 *
 * @param version such as {@code 2025-2}
 * @param effectiveFrom when it takes effect; not before its approval
 * @param thresholds what it changes of the version before it
 */
public record ProposePolicy(
        @TargetAggregateIdentifier String policySetId,
        OffsetDateTime occurredAt,
        @FormField(label = "Version", min = 1, max = 40) String version,
        @FormField(label = "Takes effect") OffsetDateTime effectiveFrom,

        @FormField(label = "Changed thresholds", min = 1, max = 50)
        List<Threshold> thresholds,

        @FormField(label = "Rationale", min = 20, max = 2000, multiline = true)
        String rationale)
        implements PolicyCommand {}
