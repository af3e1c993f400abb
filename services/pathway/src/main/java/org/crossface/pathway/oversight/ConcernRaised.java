package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Something happened that must be looked into: an alert to these roles, and an open task until it is closed. Its fact id identifies it.
 *
 * @param caseId the operation; {@code null} when it is none
 * @param aboutFactId the fact that raised it; {@code null} for a near miss, which left no fact
 * @param rule the rule that stopped the step; only of a near miss
 * @param command the step that was stopped; only of a near miss
 * @param alerted who is told at once
 */
@EventName("oversight.concern-raised")
public record ConcernRaised(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        ConcernKind kind,
        @Harmless @Nullable String caseId,
        @Harmless @Nullable String aboutFactId,
        @Harmless @Nullable String rule,
        @Harmless @Nullable String command,
        List<Role> alerted)
        implements OversightFact {}
