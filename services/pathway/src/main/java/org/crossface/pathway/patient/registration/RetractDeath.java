package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Takes back a death that was recorded in error, of the person and of all pathways. */
public record RetractDeath(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @FormField(label = "Reason", max = 2000, multiline = true, help = "At least {reasonCharacters} characters")
        String reason)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RetractDeath> USE_CASE =
            UseCase.of(RetractDeath.class, "Take back the death of the person").by(Role.SURGEON);
}
