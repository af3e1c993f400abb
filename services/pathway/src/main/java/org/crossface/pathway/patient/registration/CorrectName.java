package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.patient.NameChange;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Gives a person the name that he or she bears now.
 *
 * @param familyName or the only name of a person who has one
 * @param givenNames {@code null} for a person with one name
 */
public record CorrectName(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @FormField(label = "Family name", min = 1, max = 200, help = "Or the only name")
        String familyName,

        @FormField(label = "Given names", max = 200) @Nullable
        String givenNames,

        @FormField(label = "Because of") NameChange because)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CorrectName> USE_CASE =
            UseCase.of(CorrectName.class, "Correct name").by(Role.SURGICAL_COORDINATOR);
}
