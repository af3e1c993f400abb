package org.crossface.billing.relay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the relay.
 *
 * @param storeId identifies the event store, so that a topic is not continued from another one
 * @param position global position of the last event that was handled; -1 before the first
 * @param eventId identifier of that event, so that an event store restored to an older point is noticed
 * @param at domain time of the transaction
 */
record RelayProgress(
        String storeId, long position, @Nullable String eventId, Instant at) {

    static RelayProgress start(String storeId, Instant now) {
        return new RelayProgress(storeId, -1, null, now);
    }

    RelayProgress movedTo(long newPosition, String newEventId, Instant now) {
        return new RelayProgress(storeId, newPosition, newEventId, now);
    }
}
