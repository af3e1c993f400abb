package org.crossface.pathway.health;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient was operated on for something else while the pathway went on.
 *
 * @param operation what was done
 * @param bodySite where on the body
 * @param centre where it was done, if it is known
 */
@EventName("health.unrelated-operation-recorded")
public record UnrelatedOperationRecorded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Personal String operation,
        @Personal String bodySite,
        LocalDate operatedOn,
        @Personal @Nullable String centre,
        boolean generalAnesthesia)
        implements HealthFact {}
