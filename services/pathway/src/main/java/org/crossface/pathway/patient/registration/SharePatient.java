package org.crossface.pathway.patient.registration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.patient.SharingConsent;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/**
 * Shares a patient with another surgery centre, which may then know who the patient is and open a pathway of its own. It does not see the
 * pathways of the patient's home.
 */
public record SharePatient(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.OTHER_SITE) @FormField(label = "With surgery centre", min = 1, max = 64)
        String siteId,

        @FormField(label = "Consent given on") LocalDate consentedOn,
        @FormField(label = "Consent given by") SharingConsent consentBy,

        @FormField(label = "Reason", multiline = true, min = 10, max = 500)
        String reason)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<SharePatient> USE_CASE =
            UseCase.of(SharePatient.class, "Share patient with another centre").by(Role.SURGICAL_COORDINATOR);

    @Override
    public SitesNeeded sitesNeeded() {
        return SitesNeeded.HOME;
    }
}
