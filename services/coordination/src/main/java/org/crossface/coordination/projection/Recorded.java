package org.crossface.coordination.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Position and metadata of an event in the store.
 *
 * @param sequence its number in its stream, from 0
 * @param position its stable position in the store
 * @param recordedAt when it was recorded, domain time
 * @param actor identifier of the user
 * @param role name of the user's role
 */
public record Recorded(
        long sequence,
        long position,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String role) {}
