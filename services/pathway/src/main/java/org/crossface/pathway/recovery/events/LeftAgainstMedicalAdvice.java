package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient left against medical advice.
 *
 * @param sameCalendarDay computed
 * @param stayMinutes from admission, computed
 */
@EventName("recovery.left-against-medical-advice")
public record LeftAgainstMedicalAdvice(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        Stage stage,
        boolean counselled,
        @Personal @Nullable String remarks,
        boolean sameCalendarDay,
        int stayMinutes)
        implements RecoveryFact, ConcernsCase, Encounter {

    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.STAGE1_DONE ? Phase.NEUROTIZING : before;
    }
}
