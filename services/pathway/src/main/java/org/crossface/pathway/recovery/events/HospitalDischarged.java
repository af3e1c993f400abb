package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The patient left the hospital after an unplanned transfer; after-care at home starts. */
@EventName("recovery.hospital-discharged")
public record HospitalDischarged(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        boolean intensiveCare)
        implements RecoveryFact, ConcernsCase {}
