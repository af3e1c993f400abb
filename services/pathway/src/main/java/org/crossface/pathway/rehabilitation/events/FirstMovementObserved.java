package org.crossface.pathway.rehabilitation.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.MovementObserver;
import org.crossface.pathway.rehabilitation.vocabulary.MovementTrigger;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * The transferred muscle moved for the first time.
 *
 * @param excursionMm 0 to 20
 */
@EventName(value = "rehabilitation.first-movement-observed", revision = 2, upcasters = FlapNotNamed.class)
public record FirstMovementObserved(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        LocalDate seenOn,
        MovementObserver observer,
        MovementTrigger trigger,
        double excursionMm,
        @Harmless @Nullable String flapId)
        implements FlapFact {}
