package org.crossface.audit.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event exactly as it is stored: nothing is decrypted, nothing is brought to a newer revision.
 *
 * @param position in the order of all events
 * @param time domain time of recording
 * @param storedAt the database's own time
 * @param type logical name, such as {@code surgery.stage-one-completed}
 * @param payload JSON text; personal components are envelopes of cipher text
 * @param metadata JSON text
 */
public record RawEvent(
        long position,
        long sequence,
        Instant time,
        Instant storedAt,
        String eventId,
        String type,
        @Nullable String revision,
        String payload,
        String metadata) {}
