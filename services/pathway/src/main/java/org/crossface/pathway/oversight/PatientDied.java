package org.crossface.pathway.oversight;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The patient died. */
@EventName("oversight.patient-died")
public record PatientDied(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate diedOn,
        DeathSource source,
        DeathRelation related)
        implements OversightFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.DECEASED;
    }
}
