package org.crossface.pathway.policy;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** Another person approved a proposed version. */
@EventName("policy.policy-approved")
public record PolicyApproved(
        @Harmless String policySetId,
        OffsetDateTime occurredAt,
        @Harmless String version,
        @Harmless String approvedBy) implements PolicyEvent {}
