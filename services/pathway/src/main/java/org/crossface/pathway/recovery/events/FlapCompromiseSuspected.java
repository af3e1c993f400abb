package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.CompromiseCause;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * A check found a sign that the flap is threatened; the surgeon must answer within 15 minutes.
 *
 * @param checkFactId the check that found it
 */
@EventName("recovery.flap-compromise-suspected")
public record FlapCompromiseSuspected(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        CompromiseCause cause,
        @Harmless String checkFactId)
        implements RecoveryFact, ConcernsCase {}
