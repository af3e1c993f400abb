package org.crossface.pathway.policy;

import java.time.Instant;

/** Finds the policy that was in force. */
@FunctionalInterface
public interface Policies {

    /** The version in force at this instant. */
    Policy inForceAt(Instant instant);
}
