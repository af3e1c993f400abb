package org.crossface.messages.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message for the outbox.
 *
 * @param id the fact that asked for it; for the staff with the user's identifier behind it
 * @param eventId the fact that asked for it
 * @param kind name of its templates
 * @param userId of the staff who receives it; {@code null} for the patient
 * @param requestedAt in domain time
 * @param uselessAt from then on it is not sent any more, in domain time
 */
public record NewMessage(
        String id,
        String eventId,
        String pathwayId,
        String patientId,
        String siteId,
        String kind,
        String timer,
        @Nullable String userId,
        Instant requestedAt,
        Instant uselessAt) {}
