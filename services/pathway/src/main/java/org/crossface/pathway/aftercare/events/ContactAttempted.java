package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.aftercare.vocabulary.ContactOutcome;
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
