package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.patient.RepresentativeRelation;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Names who decides for the patient. */
public record NameRepresentative(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,
        @FormField(label = "Name", min = 1, max = 200) String name,
        @FormField(label = "Relation") RepresentativeRelation relation,
        @FormField(label = "Phone", max = 40) @Nullable String phone)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<NameRepresentative> USE_CASE = UseCase.of(
                    NameRepresentative.class, "Name representative")
            .by(Role.SURGICAL_COORDINATOR, Role.SURGEON, Role.PREOP_NURSE);
}
