package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A fact that no longer has what a rule asks for.
 *
 * @param contradictionId the fact that told of it
 * @param factId the fact that lost its footing
 * @param rule such as {@code INV-20}
 * @param caseId the case whose steps wait; {@code null} when the steps of the whole pathway do
 * @param finding what the rule has against the fact, in words; {@code null} after erasure
 */
public record Contradiction(
        String contradictionId,
        String factId,
        String rule,
        @Nullable String caseId,
        OffsetDateTime since,
        @Nullable String finding) {

    /** Whether the steps of this case wait for it, or of no case in particular. */
    public boolean stops(@Nullable String operation) {
        return caseId == null || caseId.equals(operation);
    }

    static Contradiction of(FactContradicted fact) {
        return new Contradiction(
                fact.factId(),
                fact.contradictedFactId(),
                fact.invariantId(),
                fact.caseId(),
                fact.occurredAt(),
                fact.finding());
    }
}
