package org.crossface.pathway.patient;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.FormField;

/** Records that the patient has died. */
public record RecordDeath(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,
        @FormField(label = "Died on") LocalDate diedOn,
        @FormField(label = "Reported by") DeathReport reportedBy)
        implements PatientCommand {}
