package org.crossface.pathway.patient;

import java.time.OffsetDateTime;

/**
 * A command to one patient, across all pathways. Each is a record whose first two components are
 * {@code @TargetAggregateIdentifier String patientId} and {@code OffsetDateTime occurredAt}.
 */
public interface PatientCommand {
    String patientId();
    /** When it happened, with the offset of the place. */
    OffsetDateTime occurredAt();
}
