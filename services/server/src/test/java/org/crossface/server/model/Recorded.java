package org.crossface.server.model;

import java.time.Instant;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * A fact with the circumstances in which it was recorded.
 *
 * @param entered whether it is what the command entered, and not what followed from that
 * @param now domain time of the decision
 * @param lateReason why it was recorded only then; {@code null} when it was not said
 */
record Recorded(
        PathwayEvent fact,
        boolean entered,
        String actor,
        Role role,
        Instant now,
        @Nullable String lateReason) {}
