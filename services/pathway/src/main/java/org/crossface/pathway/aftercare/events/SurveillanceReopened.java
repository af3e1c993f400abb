package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * An infection was found that belongs to a surveillance which is closed already, so that it is open again and closed anew with what is known
 * now (A-03, M-06).
 *
 * @param infectionId fact that found the infection; its retraction closes the surveillance again
 */
@EventName("aftercare.surveillance-reopened")
public record SurveillanceReopened(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        SurveillanceKind kind,
        @Harmless String infectionId)
        implements AftercareFact {}
