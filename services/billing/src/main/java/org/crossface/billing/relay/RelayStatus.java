package org.crossface.billing.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The status of this node's relay.
 *
 * @param sinceLastBeat time since the loop's last iteration
 * @param position global position up to which charges are published; -1 before the first
 * @param fault the fault of the last attempt; {@code null} if there was none
 */
public record RelayStatus(
        Activity activity,
        Duration sinceLastBeat,
        long position,
        ParkedPathways parked,
        @Nullable String fault) {

    /** The activities of the relay. */
    public enum Activity {
        STOPPED,
        /** Connecting, or waiting to connect again after a fault. */
        STARTING,
        /** Another node is publishing. */
        STANDBY,
        PUBLISHING
    }
}
