package org.crossface.pathway.scheduling;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.ConcernsCase;
import org.crossface.pathway.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The case moved to another slot. */
@EventName("scheduling.surgery-rescheduled")
public record SurgeryRescheduled(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        Stage stage,
        OffsetDateTime startsAt,
        int estimatedMinutes,
        int recoveryMinutes,
        @Harmless String room,
        @Harmless("staff identifiers") List<String> surgeonIds,
        int planVersion,
        @Harmless String consentId,
        ScheduleChangeReason reason)
        implements SchedulingFact, ConcernsCase {}
