package org.crossface.pathway.patient.registration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.patient.DeathReport;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records that the patient has died. */
public record RecordDeath(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,
        @FormField(label = "Died on") LocalDate diedOn,
        @FormField(label = "Reported by") DeathReport reportedBy)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordDeath> USE_CASE = UseCase.of(RecordDeath.class, "Record death of the person")
            .by(Role.SURGICAL_COORDINATOR, Role.SURGEON, Role.SYSTEM);
}
