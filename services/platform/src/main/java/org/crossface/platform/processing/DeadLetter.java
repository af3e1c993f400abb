package org.crossface.platform.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter: the event that a processor could not handle and the failure, without the event's content.
 *
 * @param sequence whose later events wait behind it: the subject that the event is about, else its stream
 * @param index index in the sequence
 * @param position global position of the event
 * @param event its logical name as stored
 * @param stream identifier of the aggregate; {@code null} for an event of none
 * @param sequenceNumber number in the stream; {@code null} for an event of none
 * @param subject the patient whom the event is about; {@code null} for an event about no patient
 * @param site site of the event; {@code null} when the event names none
 * @param setAsideAt when it was enqueued (system time)
 * @param triedAt when it was last tried
 * @param failure class of the failure; {@code null} when it only waits behind another dead letter
 * @param trace stack trace without messages that could hold personal data; {@code null} when it only waits
 */
public record DeadLetter(
        String id,
        String processor,
        String sequence,
        long index,
        String eventId,
        long position,
        String event,
        @Nullable String revision,
        @Nullable String stream,
        @Nullable Long sequenceNumber,
        @Nullable String subject,
        @Nullable String site,
        Instant setAsideAt,
        Instant triedAt,
        @Nullable String failure,
        @Nullable String trace) {

    /** Whether it has been tried and has failed; else it only waits behind another. */
    public boolean hasFailed() {
        return failure != null;
    }
}
