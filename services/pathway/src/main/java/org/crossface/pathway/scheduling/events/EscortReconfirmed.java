package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The named escort said again that he or she comes. */
@EventName("scheduling.escort-reconfirmed")
public record EscortReconfirmed(
        @Harmless String pathwayId, @Harmless String factId, OffsetDateTime occurredAt, Stage stage)
        implements SchedulingFact {}
