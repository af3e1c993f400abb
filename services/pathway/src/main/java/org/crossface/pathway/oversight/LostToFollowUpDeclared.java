package org.crossface.pathway.oversight;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient cannot be reached.
 *
 * @param lastEncounterOn when the patient was really seen last, at which observations are censored
 */
@EventName("oversight.lost-to-follow-up-declared")
public record LostToFollowUpDeclared(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Nullable LocalDate lastEncounterOn,
        int attempts,
        Phase phaseBefore,
        @Personal @Nullable String note)
        implements OversightFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.LOST_TO_FOLLOW_UP;
    }
}
