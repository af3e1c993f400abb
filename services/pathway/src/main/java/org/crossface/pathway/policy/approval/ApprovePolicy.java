package org.crossface.pathway.policy.approval;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Approves a proposed version; only another person than the one who proposed it. */
public record ApprovePolicy(
        @TargetAggregateIdentifier String policySetId,
        OffsetDateTime occurredAt,
        @FormField(label = "Version") String version)
        implements PolicyCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ApprovePolicy> USE_CASE = UseCase.of(ApprovePolicy.class, "Approve policy")
            .by(Role.ADMINISTRATOR, Role.SURGEON, Role.ANESTHESIOLOGIST, Role.QUALITY_AUDITOR);
}
