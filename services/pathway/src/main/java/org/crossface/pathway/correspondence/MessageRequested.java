package org.crossface.pathway.correspondence;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * A message has to be sent; the fact id identifies it (clinical reference, section 3).
 *
 * @param occurredAt when it was found: later than its time where no server ran, or where a patient must not be contacted at that hour
 * @param timer the row of the reference, such as {@code T-12}
 * @param task tells it from other tasks of the same timer in the pathway; empty where there is only one
 * @param role of the staff who receive it; {@code null} for the patient
 * @param since when its time had come
 * @param until after this it is of no use and is not sent
 */
@EventName("correspondence.message-requested")
public record MessageRequested(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String timer,
        @Harmless String task,
        MessageKind message,
        @Nullable Role role,
        OffsetDateTime since,
        OffsetDateTime until)
        implements CorrespondenceFact {}
