package org.crossface.pathway.rehabilitation.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.rehabilitation.vocabulary.TherapyModality;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A therapy session took place.
 *
 * @param minutes 10 to 120
 */
@EventName(value = "rehabilitation.therapy-session-attended", revision = 2, upcasters = FlapNotNamed.class)
public record TherapySessionAttended(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        int minutes,
        List<TherapyModality> modalities,
        boolean tele,
        @Nullable LocalDate nextDueOn,
        @Harmless("identifier of a practitioner") String therapistId,
        @Personal @Nullable String note,
        @Harmless @Nullable String flapId)
        implements FlapFact, Encounter {
    public TherapySessionAttended {
        modalities = List.copyOf(modalities);
    }
}
