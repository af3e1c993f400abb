package org.crossface.pathway.rehabilitation.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.SmileStimulus;
import org.crossface.pathway.rehabilitation.vocabulary.SpontaneousSmile;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** Whether the smile came without thinking. */
@EventName("rehabilitation.spontaneous-smile-observed")
public record SpontaneousSmileObserved(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate seenOn,
        SmileStimulus stimulus,
        SpontaneousSmile degree)
        implements RehabilitationFact, Encounter {}
