package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The patient is back. */
@EventName("oversight.patient-returned")
public record PatientReturned(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Phase phaseNow,
        @Personal @Nullable String note)
        implements OversightFact, Encounter {}
