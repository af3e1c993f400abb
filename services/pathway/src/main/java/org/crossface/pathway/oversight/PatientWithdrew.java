package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The patient withdrew. */
@EventName("oversight.patient-withdrew")
public record PatientWithdrew(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        WithdrawalScope scope,
        boolean safetyFollowUpOffered,
        Phase phaseBefore,
        @Personal @Nullable String reason)
        implements OversightFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return scope == WithdrawalScope.WHOLE_PATHWAY ? Phase.WITHDRAWN : Phase.ON_HOLD;
    }
}
