package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.scheduling.vocabulary.ScheduleChangeReason;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Stage;
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
