package org.crossface.pathway.aftercare.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.aftercare.vocabulary.ComplicationSite;
import org.crossface.pathway.aftercare.vocabulary.ComplicationType;
import org.crossface.pathway.aftercare.vocabulary.Relatedness;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A complication came up; its fact id identifies it. */
@EventName("aftercare.complication-recorded")
public record ComplicationRecorded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        ComplicationType type,
        ClavienDindo grade,
        boolean disability,
        @Nullable Stage stage,
        ComplicationSite site,
        LocalDate onsetOn,
        Relatedness related,
        @Harmless @Nullable String operatingCaseId,
        @Personal @Nullable String treatment)
        implements AftercareFact {}
