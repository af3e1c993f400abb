package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A command to one patient, across all pathways. Each is a record whose first two components are
 * {@code @TargetAggregateIdentifier String patientId} and {@code OffsetDateTime occurredAt}.
 */
public interface PatientCommand {
    String patientId();
    /** When it happened, with the offset of the place. */
    OffsetDateTime occurredAt();

    /** Other persons whom the command reaches; none for most. */
    default List<String> otherPatientIds() {
        return List.of();
    }

    /** Which of the patient's surgery centres must lie within the scope of who gives it. */
    default SitesNeeded sitesNeeded() {
        return SitesNeeded.ANY;
    }
}
