package org.crossface.pathway.intake;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The pathway counts as one of this person from now on: two persons turned out to be one, or two after all. The patient who was referred, and
 * the key of that patient, stay.
 *
 * @param personId the main one of the linked persons; the referred patient again after they were unlinked
 */
@EventName("intake.pathway-assigned-to-person")
public record PathwayAssignedToPerson(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String personId) implements IntakeFact {}
