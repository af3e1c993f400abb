package org.crossface.pathway.aftercare;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Somebody tried to reach the patient. */
@EventName("aftercare.contact-attempted")
public record ContactAttempted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        ContactChannel channel,
        ContactOutcome outcome,
        @Personal @Nullable String note)
        implements AftercareFact {}
