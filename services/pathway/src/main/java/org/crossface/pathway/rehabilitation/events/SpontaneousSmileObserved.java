package org.crossface.pathway.rehabilitation.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.SmileStimulus;
import org.crossface.pathway.rehabilitation.vocabulary.SpontaneousSmile;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/** Whether the smile came without thinking. */
@EventName(value = "rehabilitation.spontaneous-smile-observed", revision = 2, upcasters = FlapNotNamed.class)
public record SpontaneousSmileObserved(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate seenOn,
        SmileStimulus stimulus,
        SpontaneousSmile degree,
        @Harmless @Nullable String flapId)
        implements FlapFact, Encounter {}
