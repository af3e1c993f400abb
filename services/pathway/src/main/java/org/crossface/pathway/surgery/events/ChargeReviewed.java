package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.ChargeHold;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/**
 * Billing has looked at what holds the charges of an operation, and lets them go out (4.4).
 *
 * @param reason what was found
 */
@EventName("surgery.charge-reviewed")
public record ChargeReviewed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        ChargeHold hold,
        @Personal String reason)
        implements SurgeryFact, ConcernsCase {}
