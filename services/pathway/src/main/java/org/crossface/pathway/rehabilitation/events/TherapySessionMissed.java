package org.crossface.pathway.rehabilitation.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.MissedReason;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/** A therapy session did not take place. */
@EventName("rehabilitation.therapy-session-missed")
public record TherapySessionMissed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        MissedReason reason,
        @Nullable LocalDate nextDueOn)
        implements RehabilitationFact {}
