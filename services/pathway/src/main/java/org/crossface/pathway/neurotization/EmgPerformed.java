package org.crossface.pathway.neurotization;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** An electromyography was done. */
@EventName("neurotization.emg-performed")
public record EmgPerformed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        EmgSite site,
        EmgFinding finding,
        @Harmless("identifier of a practitioner") String performedBy,
        @Personal @Nullable String note)
        implements NeurotizationFact, Encounter {}
