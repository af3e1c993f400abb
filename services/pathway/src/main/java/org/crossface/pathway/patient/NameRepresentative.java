package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Names who decides for the patient. */
public record NameRepresentative(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,
        @FormField(label = "Name", min = 1, max = 200) String name,
        @FormField(label = "Relation") RepresentativeRelation relation,
        @FormField(label = "Phone", max = 40) @Nullable String phone)
        implements PatientCommand {}
