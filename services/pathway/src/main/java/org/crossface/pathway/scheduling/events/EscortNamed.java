package org.crossface.pathway.scheduling.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.scheduling.vocabulary.EscortRelation;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** An adult will take the patient home. */
@EventName("scheduling.escort-named")
public record EscortNamed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        @Personal String name,
        @Personal String phone,
        EscortRelation relation,
        boolean overnight)
        implements SchedulingFact {}
