package org.crossface.coordination.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an event stands in the store.
 *
 * @param sequence its number in its stream, from 0
 * @param position its stable position in the store
 * @param recordedAt when it was recorded, domain time
 * @param actor identifier of who acted
 * @param role name of the role in which it was done
 */
public record Recorded(
        long sequence,
        long position,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String role) {}
