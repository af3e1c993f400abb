package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.recovery.vocabulary.FailureReason;
import org.crossface.pathway.recovery.vocabulary.TransferMode;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient was transferred to a hospital without plan.
 *
 * @param stayMinutes from admission to the surgery centre, computed
 */
@EventName("recovery.unplanned-transfer-occurred")
public record UnplannedTransferOccurred(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        Stage stage,
        @Personal String hospital,
        List<FailureReason> reasons,
        TransferMode mode,
        @Nullable OffsetDateTime admittedAt,
        @Personal @Nullable String remarks,
        int stayMinutes)
        implements RecoveryFact, ConcernsCase, Encounter {

    @Override
    public Phase phaseAfter(Phase before) {
        return before == Phase.STAGE1_DONE ? Phase.NEUROTIZING : before;
    }
}
