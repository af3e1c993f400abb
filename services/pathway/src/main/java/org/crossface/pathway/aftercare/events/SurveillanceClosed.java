package org.crossface.pathway.aftercare.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceOutcome;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * A surveillance window has ended with this outcome.
 *
 * @param windowEndedOn last day that counted
 */
@EventName("aftercare.surveillance-closed")
public record SurveillanceClosed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        SurveillanceKind kind,
        SurveillanceOutcome outcome,
        LocalDate windowEndedOn)
        implements AftercareFact {}
