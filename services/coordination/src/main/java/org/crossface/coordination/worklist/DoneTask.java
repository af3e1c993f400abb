package org.crossface.coordination.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that satisfied timers.
 *
 * @param familyName {@code null} when unknown or erased
 * @param actor identifier of the user; {@code null} when the event does not tell
 * @param title what was done, in words
 */
public record DoneTask(
        String pathwayId,
        String patientId,
        String number,
        @Nullable String familyName,
        @Nullable String givenName,
        boolean erased,
        String siteId,
        Instant recordedAt,
        @Nullable String actor,
        String title) {}
