package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A recorded fact no longer has what a rule of its command asks for, since another fact was corrected or retracted. The next clinical
 * step waits until somebody decides.
 *
 * @param contradictedFactId the fact that lost its footing
 * @param invariantId the rule, such as {@code INV-20}
 * @param caseId the case whose steps wait; {@code null} when the steps of the whole pathway do
 * @param finding what the rule has against the fact, in words; {@code null} after erasure
 */
@EventName("oversight.fact-contradicted")
public record FactContradicted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String contradictedFactId,
        @Harmless String invariantId,
        @Harmless @Nullable String caseId,
        @Personal @Nullable String finding)
        implements OversightFact {}
