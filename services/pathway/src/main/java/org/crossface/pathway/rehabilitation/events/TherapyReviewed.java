package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.rehabilitation.vocabulary.TherapyCourse;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Therapist or surgeon looked at how the therapy of a muscle goes. */
@EventName("rehabilitation.therapy-reviewed")
public record TherapyReviewed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        TherapyCourse course,
        @Harmless("identifier of a user") String reviewedBy,
        @Personal @Nullable String note,
        @Harmless @Nullable String flapId)
        implements FlapFact {}
