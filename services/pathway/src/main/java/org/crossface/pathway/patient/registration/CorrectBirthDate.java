package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Corrects the birth date of the person and of all pathways, which copied it when they were opened. */
public record CorrectBirthDate(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @FormField(label = "Born on", min = 4, max = 10, help = "As far as it is known: 1990-06-02, 1990-06 or 1990")
        String birthDate,

        @FormField(label = "Reason", max = 2000, multiline = true, help = "At least {reasonCharacters} characters")
        String reason)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CorrectBirthDate> USE_CASE =
            UseCase.of(CorrectBirthDate.class, "Correct birth date").by(Role.SURGICAL_COORDINATOR, Role.SURGEON);
}
