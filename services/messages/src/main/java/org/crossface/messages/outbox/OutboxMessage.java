package org.crossface.messages.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox, without its address and text.
 *
 * @param kind name of its templates, such as {@code fasting-reminder}
 * @param timer the row of the clinical reference, such as {@code T-12}
 * @param userId of the staff who receives it; {@code null} for the patient
 * @param requestedAt in domain time
 * @param uselessAt from then on it is not sent any more, in domain time
 * @param attempts how often a mail server was asked
 */
public record OutboxMessage(
        String id,
        String eventId,
        String pathwayId,
        String patientId,
        String siteId,
        String kind,
        String timer,
        @Nullable String userId,
        MessageState state,
        Instant requestedAt,
        Instant uselessAt,
        int attempts) {

    /** Whether it is for the patient; otherwise for somebody of the staff. */
    public boolean isToPatient() {
        return userId == null;
    }
}
