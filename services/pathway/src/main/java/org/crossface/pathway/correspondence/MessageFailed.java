package org.crossface.pathway.correspondence;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * A message did not reach the patient.
 *
 * @param messageId the fact by which it was requested
 */
@EventName("correspondence.message-failed")
public record MessageFailed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String messageId,
        MessageFailure reason)
        implements CorrespondenceFact {}
