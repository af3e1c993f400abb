package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.aftercare.vocabulary.SutureStatus;
import org.crossface.pathway.aftercare.vocabulary.WoundAppearance;
import org.crossface.pathway.aftercare.vocabulary.WoundSite;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A wound was looked at. */
@EventName("aftercare.wound-assessed")
public record WoundAssessed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        WoundSite site,
        WoundAppearance appearance,
        SutureStatus sutures,
        @Harmless("reference of a stored picture") @Nullable String photoReference,
        @Personal @Nullable String note)
        implements AftercareFact, Encounter {}
