package org.crossface.pathway.rehabilitation.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.MissedReason;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/** A therapy session did not take place. */
@EventName(value = "rehabilitation.therapy-session-missed", revision = 2, upcasters = FlapNotNamed.class)
public record TherapySessionMissed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        MissedReason reason,
        @Nullable LocalDate nextDueOn,
        @Harmless @Nullable String flapId)
        implements FlapFact {}
