package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Replaces how the patient can be reached. */
public record CorrectContact(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,
        @FormField(label = "Phone", max = 40) @Nullable String phone,
        @FormField(label = "E-mail", max = 200) @Nullable String email,
        @FormField(label = "Street", max = 200) @Nullable String street,
        @FormField(label = "City", max = 100) @Nullable String city,

        @FormField(label = "State or region", max = 100) @Nullable
        String region,

        @FormField(label = "Postal code", max = 20) @Nullable
        String postalCode,

        @FormField(label = "Country", max = 60) @Nullable String country,
        @FormField(label = "Agrees to be contacted") boolean contactConsent)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CorrectContact> USE_CASE = UseCase.of(CorrectContact.class, "Correct contact")
            .by(Role.SURGICAL_COORDINATOR, Role.PREOP_NURSE, Role.AFTERCARE_NURSE, Role.THERAPIST);
}
