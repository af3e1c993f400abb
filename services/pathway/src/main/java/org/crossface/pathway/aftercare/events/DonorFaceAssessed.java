package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.aftercare.vocabulary.FacialWeakness;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The healthy side of the face, which gave a branch of its nerve, was looked at. */
@EventName("aftercare.donor-face-assessed")
public record DonorFaceAssessed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        FacialWeakness weakness,
        @Personal @Nullable String note)
        implements AftercareFact, Encounter {}
