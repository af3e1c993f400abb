package org.crossface.pathway.reference.registration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/**
 * Registers a practitioner.
 *
 * @param privilegedUntil last day of the privileges
 */
public record RegisterPractitioner(
        @TargetAggregateIdentifier String practitionerId,
        OffsetDateTime occurredAt,
        @FormField(label = "Name", min = 1, max = 200) String name,
        @FormField(label = "Organisation") String organisationId,
        @FormField(label = "Privileged for") List<Stage> privileges,
        @FormField(label = "Privileged until") LocalDate privilegedUntil)
        implements ReferenceCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RegisterPractitioner> USE_CASE =
            UseCase.of(RegisterPractitioner.class, "Register practitioner").by(Role.ADMINISTRATOR);
}
