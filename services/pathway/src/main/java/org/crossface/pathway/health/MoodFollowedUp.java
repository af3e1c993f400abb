package org.crossface.pathway.health;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Somebody took up a positive screening. */
@EventName("health.mood-followed-up")
public record MoodFollowedUp(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        MoodStep step,
        @Personal @Nullable String note)
        implements HealthFact, Encounter {}
