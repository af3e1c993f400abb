package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.CarePlace;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.recovery.vocabulary.Swelling;
import org.crossface.pathway.recovery.vocabulary.VenousSignal;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The flap was checked.
 *
 * @param drainMl mL, 0 to 2000
 * @param temperatureC degrees Celsius, 20.0 to 43.0
 * @param passing no sign of compromise
 */
@EventName("recovery.flap-checked")
public record FlapChecked(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        ArterialSignal arterial,
        VenousSignal venous,
        Swelling swelling,
        boolean bleeding,
        @Nullable Integer drainMl,
        @Nullable Double temperatureC,
        FlapCheckMethod method,
        CarePlace place,
        @Personal @Nullable String comment,
        boolean passing)
        implements RecoveryFact, ConcernsCase, Encounter {}
