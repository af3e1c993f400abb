package org.crossface.platform.eventstore;

import java.time.Instant;
import java.util.Optional;
import org.crossface.platform.eventstore.Appended.StreamEvent;
import org.jspecify.annotations.Nullable;

/** An event in the form in which it is stored, without a position yet. */
record NewEvent(
        @Nullable Long sequenceNumber,
        Instant time,
        @Nullable String streamId,
        @Nullable String streamType,
        String eventId,
        String type,
        @Nullable String revision,
        String payload,
        String metadata) {

    Optional<StreamEvent> streamEvent() {
        return streamId == null || sequenceNumber == null
                ? Optional.empty()
                : Optional.of(new StreamEvent(streamId, sequenceNumber));
    }
}
