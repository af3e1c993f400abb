package org.crossface.pathway.health;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * All drugs that the patient takes as they are known now; a newer list takes the place of an older one.
 *
 * @param noneTaken whether the patient was asked and takes none; then the list is empty
 */
@EventName("health.medication-listed")
public record MedicationListed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        boolean noneTaken,
        List<Medicine> medicines)
        implements HealthFact, Encounter {}
