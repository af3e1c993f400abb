package org.crossface.pathway.patient;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.FormField;

/** Ends the sharing of a patient with another surgery centre. The pathways that the other centre has opened stay its own. */
public record EndPatientSharing(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @FormField(label = "With surgery centre", min = 1, max = 64)
        String siteId,

        @FormField(label = "Because") SharingEnd because)
        implements PatientCommand {

    @Override
    public SitesNeeded sitesNeeded() {
        return SitesNeeded.HOME;
    }
}
