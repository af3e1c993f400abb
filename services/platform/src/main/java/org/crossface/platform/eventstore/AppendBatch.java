package org.crossface.platform.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that one unit of work appends: all of them or none.
 *
 * @param events at least one, in their order
 */
record AppendBatch(List<NewEvent> events, @Nullable KeptAnswer answer) {

    AppendBatch {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A unit of work without events appends nothing");
        }
        events = List.copyOf(events);
    }

    int size() {
        return events.size();
    }

    /** The stream by which units are sorted, so that two writers insert their index entries in the same order. */
    String order() {
        String stream = events.get(0).streamId();
        return stream == null ? "" : stream;
    }
}
