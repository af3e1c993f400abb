package org.crossface.pathway.health;

import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The four questions of Apfel about nausea after the operation.
 *
 * @param prophylaxis the drugs that are planned against it; {@code null} when none are
 */
@EventName("health.nausea-risk-assessed")
public record NauseaRiskAssessed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        boolean female,
        boolean nonSmoker,
        boolean sickBefore,
        boolean opioidsAfterwards,
        @Personal @Nullable String prophylaxis)
        implements HealthFact, Encounter {

    /** How many of the four are true, 0..4; about one in five patients is sick for each. */
    public int apfel() {
        return (int) Stream.of(female, nonSmoker, sickBefore, opioidsAfterwards)
                .filter(each -> each)
                .count();
    }
}
