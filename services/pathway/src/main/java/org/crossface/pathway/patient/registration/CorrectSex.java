package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Corrects the administrative sex of a person (INV-62). */
public record CorrectSex(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,
        @FormField(label = "Sex") Sex sex,

        @FormField(label = "Reason", max = 2000, multiline = true, help = "At least {reasonCharacters} characters")
        String reason)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CorrectSex> USE_CASE =
            UseCase.of(CorrectSex.class, "Correct sex").by(Role.SURGICAL_COORDINATOR);
}
