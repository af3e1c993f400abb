package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/**
 * Replaces in which language the patient is spoken to. Consents from then on name an interpreter if one is needed (INV-17).
 *
 * @param language preferred language, BCP 47
 */
public record CorrectLanguage(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @FormField(label = "Language", min = 2, max = 35, help = "Such as en-US")
        String language,

        @FormField(label = "Interpreter needed") boolean interpreterNeeded)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CorrectLanguage> USE_CASE = UseCase.of(CorrectLanguage.class, "Correct language")
            .by(Role.SURGICAL_COORDINATOR, Role.PREOP_NURSE, Role.AFTERCARE_NURSE, Role.THERAPIST);
}
