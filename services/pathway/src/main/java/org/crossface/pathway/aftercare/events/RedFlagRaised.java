package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.aftercare.vocabulary.RedFlagLevel;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A sign that must not wait was raised; its fact id identifies the flag. */
@EventName("aftercare.red-flag-raised")
public record RedFlagRaised(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        RedFlag flag,
        RedFlagLevel level,
        @Personal @Nullable String note)
        implements AftercareFact {}
