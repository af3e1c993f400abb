package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The operating surgeon signed the discharge order. */
@EventName("recovery.discharge-order-signed")
public record DischargeOrderSigned(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        DischargeDestination destination,
        @Harmless String surgeonId)
        implements RecoveryFact, ConcernsCase {}
