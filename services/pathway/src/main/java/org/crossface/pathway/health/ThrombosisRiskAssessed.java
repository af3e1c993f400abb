package org.crossface.pathway.health;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The risk of a thrombosis and what is planned against it.
 *
 * @param capriniScore 0..60, as the form of the score adds it up
 * @param mechanical whether stockings or compression are planned
 * @param drug the drug that is planned, with its dose; {@code null} when none is
 * @param contraindication why no drug, or no compression, is given; {@code null} when there is no reason against either
 */
@EventName("health.thrombosis-risk-assessed")
public record ThrombosisRiskAssessed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        int capriniScore,
        boolean mechanical,
        @Personal @Nullable String drug,
        @Personal @Nullable String contraindication)
        implements HealthFact, Encounter {}
