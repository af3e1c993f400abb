package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.recovery.vocabulary.FailureReason;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The patient could not go home on the day of surgery as planned. */
@EventName("recovery.same-day-discharge-failed")
public record SameDayDischargeFailed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        List<FailureReason> reasons)
        implements RecoveryFact, ConcernsCase {}
