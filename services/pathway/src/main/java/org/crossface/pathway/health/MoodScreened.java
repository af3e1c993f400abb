package org.crossface.pathway.health;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * The patient answered a questionnaire about mood; a total follows from the answers, and whether it is positive from the policy.
 *
 * @param phq2 two answers 0..3, or {@code null}
 * @param phq9 nine answers 0..3, or {@code null}
 * @param hadsAnxiety seven answers 0..3, or {@code null}
 * @param hadsDepression seven answers 0..3, or {@code null}
 */
@EventName("health.mood-screened")
public record MoodScreened(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        ScreeningOccasion occasion,
        @Nullable List<Integer> phq2,
        @Nullable List<Integer> phq9,
        @Nullable List<Integer> hadsAnxiety,
        @Nullable List<Integer> hadsDepression)
        implements HealthFact, Encounter {}
