package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** What the patient practised at home in a week. */
@EventName("rehabilitation.home-programme-adherence-reported")
public record HomeProgrammeAdherenceReported(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        int daysPerWeek,
        int minutesPerDay)
        implements RehabilitationFact {}
