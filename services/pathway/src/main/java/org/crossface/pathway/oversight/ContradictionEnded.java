package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A contradiction is no more, and the steps that waited for it go on.
 *
 * @param contradictionId the fact that told of it
 * @param reason of a person's decision; {@code null} otherwise
 */
@EventName("oversight.contradiction-ended")
public record ContradictionEnded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String contradictionId,
        ContradictionEnd ending,
        @Personal @Nullable String reason)
        implements OversightFact {}
