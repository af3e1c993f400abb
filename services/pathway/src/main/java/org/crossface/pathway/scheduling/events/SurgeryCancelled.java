package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.scheduling.vocabulary.CancellationTiming;
import org.crossface.pathway.scheduling.vocabulary.ScheduleChangeReason;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The case was cancelled; its slot is free again. */
@EventName("scheduling.surgery-cancelled")
public record SurgeryCancelled(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        Stage stage,
        CancellationTiming timing,
        ScheduleChangeReason reason,
        @Personal @Nullable String note)
        implements SchedulingFact, ConcernsCase {}
