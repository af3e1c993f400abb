package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/** What the patient practised at home in a week. */
@EventName(value = "rehabilitation.home-programme-adherence-reported", revision = 2, upcasters = FlapNotNamed.class)
public record HomeProgrammeAdherenceReported(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        int daysPerWeek,
        int minutesPerDay,
        @Harmless @Nullable String flapId)
        implements FlapFact {}
