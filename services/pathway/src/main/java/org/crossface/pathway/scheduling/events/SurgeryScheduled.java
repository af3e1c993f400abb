package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The operation of one stage has its slot; opens the case.
 *
 * @param estimatedMinutes operation, min
 * @param recoveryMinutes end of the operation to expected discharge, min
 * @param surgeonIds the accountable surgeon first
 * @param planVersion the plan that will be carried out
 * @param consentId the consent that covers it
 */
@EventName("scheduling.surgery-scheduled")
public record SurgeryScheduled(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        Stage stage,
        @Harmless String siteId,
        OffsetDateTime startsAt,
        int estimatedMinutes,
        int recoveryMinutes,
        @Harmless String room,
        @Harmless("staff identifiers") List<String> surgeonIds,
        int planVersion,
        @Harmless String consentId)
        implements SchedulingFact, ConcernsCase {
    @Override
    public Phase phaseAfter(Phase before) {
        return stage == Stage.ONE ? Phase.STAGE1_PLANNED : Phase.STAGE2_PLANNED;
    }
}
