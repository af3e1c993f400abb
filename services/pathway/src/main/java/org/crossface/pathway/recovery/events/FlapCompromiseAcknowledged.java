package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** A surgeon took over the suspicion that the flap is threatened; until then it is an emergency that nobody answers for. */
@EventName("recovery.flap-compromise-acknowledged")
public record FlapCompromiseAcknowledged(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        @Harmless("identifier of a practitioner") String acknowledgedBy)
        implements RecoveryFact, ConcernsCase {}
