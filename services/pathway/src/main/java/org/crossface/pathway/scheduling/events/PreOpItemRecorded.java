package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.scheduling.vocabulary.PreOpItem;
import org.crossface.pathway.scheduling.vocabulary.PreOpResult;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** One item of the pre-operative checklist. */
@EventName("scheduling.preop-item-recorded")
public record PreOpItemRecorded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        PreOpItem item,
        PreOpResult result,
        @Personal @Nullable String note)
        implements SchedulingFact {}
