package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.NeverEventKind;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A never event was reported; the pathway is on hold.
 *
 * @param phaseBefore to which the pathway returns when it is resumed
 */
@EventName("surgery.wrong-site-event-reported")
public record WrongSiteEventReported(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        NeverEventKind kind,
        @Personal String what,
        @Nullable BodySide intendedSide,
        @Nullable BodySide actualSide,
        OffsetDateTime discoveredAt,
        boolean disclosedToPatient,
        Phase phaseBefore)
        implements SurgeryFact, ConcernsCase {

    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.ON_HOLD;
    }
}
