package org.crossface.pathway.policy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.FormField;

/** Approves a proposed version; only another person than the one who proposed it. */
public record ApprovePolicy(
        @TargetAggregateIdentifier String policySetId,
        OffsetDateTime occurredAt,
        @FormField(label = "Version") String version)
        implements PolicyCommand {}
