package org.crossface.pathway.policy.approval;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

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

        @FormField(label = "Changed thresholds", min = 1, max = 100)
        List<ThresholdChange> thresholds,

        @FormField(label = "Rationale", min = 20, max = 2000, multiline = true)
        String rationale)
        implements PolicyCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ProposePolicy> USE_CASE = UseCase.of(ProposePolicy.class, "Propose policy")
            .by(Role.ADMINISTRATOR, Role.SURGEON, Role.ANESTHESIOLOGIST, Role.QUALITY_AUDITOR);
}
