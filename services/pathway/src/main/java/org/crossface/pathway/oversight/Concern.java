package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A concern that is open.
 *
 * @param concernId the fact that raised it
 * @param aboutFactId the fact that it is about; {@code null} for a near miss
 * @param command the step that was stopped; only of a near miss
 */
public record Concern(
        String concernId,
        ConcernKind kind,
        @Nullable String caseId,
        @Nullable String aboutFactId,
        @Nullable String command,
        OffsetDateTime since) {

    static Concern of(ConcernRaised raised) {
        return new Concern(
                raised.factId(),
                raised.kind(),
                raised.caseId(),
                raised.aboutFactId(),
                raised.command(),
                raised.occurredAt());
    }
}
