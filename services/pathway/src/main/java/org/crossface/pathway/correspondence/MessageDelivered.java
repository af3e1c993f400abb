package org.crossface.pathway.correspondence;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * A mail server has taken over a message to the patient. Whether somebody has read it is not known.
 *
 * @param messageId the fact by which it was requested
 */
@EventName("correspondence.message-delivered")
public record MessageDelivered(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String messageId) implements CorrespondenceFact {}
