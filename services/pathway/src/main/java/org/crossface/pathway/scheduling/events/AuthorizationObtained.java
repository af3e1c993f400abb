package org.crossface.pathway.scheduling.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** The payer authorised the operation of one stage. */
@EventName("scheduling.authorization-obtained")
public record AuthorizationObtained(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        @Harmless String payerId,
        @Personal String number,
        @Harmless("procedure codes") List<String> codes,
        LocalDate from,
        LocalDate until)
        implements SchedulingFact {}
