package org.crossface.billing.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the relay of this node is doing.
 *
 * @param sinceLastTurn time since the loop came round for the last time
 * @param position global position up to which charges are published; -1 before the first
 * @param fault what went wrong at the last attempt; {@code null} while nothing did
 */
public record RelayStatus(
        Activity activity,
        Duration sinceLastTurn,
        long position,
        ParkedPathways parked,
        @Nullable String fault) {

    /** What the relay is doing. */
    public enum Activity {
        STOPPED,
        /** Connecting, or waiting to connect again after a fault. */
        STARTING,
        /** Another node is publishing. */
        STANDBY,
        PUBLISHING
    }
}
