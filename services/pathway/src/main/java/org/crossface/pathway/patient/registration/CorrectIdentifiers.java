package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/**
 * Replaces the numbers by which other systems know the person, and by which a centre finds the registration again.
 *
 * @param identifiers all of them, each as {@code system|value}; empty when there are none
 */
public record CorrectIdentifiers(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @FormField(label = "Other identifiers", max = 20, help = "All of them, each as system|value")
        List<String> identifiers)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CorrectIdentifiers> USE_CASE =
            UseCase.of(CorrectIdentifiers.class, "Correct identifiers").by(Role.SURGICAL_COORDINATOR);
}
