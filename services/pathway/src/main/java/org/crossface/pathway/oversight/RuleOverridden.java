package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/**
 * A clinical rule does not hold for this kind of command until 24 hours after this fact.
 *
 * @param command simple name of the command
 */
@EventName("oversight.rule-overridden")
public record RuleOverridden(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String invariantId,
        @Harmless String command,
        @Personal String reason,
        @Harmless("identifier of a practitioner") String approver)
        implements OversightFact {}
