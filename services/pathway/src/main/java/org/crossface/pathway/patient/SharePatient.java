package org.crossface.pathway.patient;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.FormField;

/**
 * Shares a patient with another surgery centre, which may then know who the patient is and open a pathway of its own. It does not see the
 * pathways of the patient's home.
 */
public record SharePatient(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @FormField(label = "With surgery centre", min = 1, max = 64)
        String siteId,

        @FormField(label = "Consent given on") LocalDate consentedOn,
        @FormField(label = "Consent given by") SharingConsent consentBy,

        @FormField(label = "Reason", multiline = true, min = 10, max = 500)
        String reason)
        implements PatientCommand {

    @Override
    public SitesNeeded sitesNeeded() {
        return SitesNeeded.HOME;
    }
}
