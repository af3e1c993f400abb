package org.crossface.pathway.reference;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * A practitioner was registered.
 *
 * @param privilegedUntil last day of the privileges
 */
@EventName("reference.practitioner-registered")
public record PractitionerRegistered(
        @Harmless String practitionerId,
        OffsetDateTime occurredAt,
        @Harmless("a member of staff, not a patient") String name,
        @Harmless String organisationId,
        List<Stage> privileges,
        LocalDate privilegedUntil)
        implements ReferenceEvent {}
