package org.crossface.pathway.health;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * All allergies of the patient as they are known now; a newer list takes the place of an older one.
 *
 * @param noneKnown whether the patient was asked and has none; then the list is empty
 */
@EventName("health.allergies-listed")
public record AllergiesListed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        boolean noneKnown,
        List<Allergy> allergies)
        implements HealthFact, Encounter {}
