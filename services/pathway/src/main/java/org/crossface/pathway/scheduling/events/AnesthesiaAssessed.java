package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.scheduling.vocabulary.AnesthesiaPlan;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The anesthetic risk was assessed for one stage.
 *
 * @param asaClass 1..6
 * @param mallampati 1..4
 */
@EventName("scheduling.anesthesia-assessed")
public record AnesthesiaAssessed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        int asaClass,
        int mallampati,
        AnesthesiaPlan plan,
        @Personal @Nullable String notes)
        implements SchedulingFact, Encounter {}
