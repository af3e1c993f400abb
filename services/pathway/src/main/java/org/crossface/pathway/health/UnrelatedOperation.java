package org.crossface.pathway.health;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An operation for something else than the paralysis.
 *
 * @param operation what was done; {@code null} after erasure
 * @param bodySite where on the body; {@code null} after erasure
 * @param toldAt when the centre learned of it
 */
public record UnrelatedOperation(
        @Nullable String operation,
        @Nullable String bodySite,
        LocalDate operatedOn,
        boolean generalAnesthesia,
        OffsetDateTime toldAt) {}
