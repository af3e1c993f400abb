package org.crossface.pathway.policy;

import java.time.Duration;
import java.time.Instant;

/** Finds the policy that was in force. It answers from memory, so that it can be asked for each command and each row. */
@FunctionalInterface
public interface Policies {

    /**
     * A version takes effect at least so long after its approval. Every node has read the approval by then, so no node decides under a
     * version that is no longer in force.
     */
    Duration ANNOUNCED_BEFORE = Duration.ofSeconds(60);

    /** The version in force at this instant. */
    Policy inForceAt(Instant instant);
}
