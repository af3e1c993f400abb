package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.patient.SharingEnd;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Ends the sharing of a patient with another surgery centre. The pathways that the other centre has opened stay its own. */
public record EndPatientSharing(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.SHARED_SITE) @FormField(label = "With surgery centre", min = 1, max = 64)
        String siteId,

        @FormField(label = "Because") SharingEnd because)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<EndPatientSharing> USE_CASE =
            UseCase.of(EndPatientSharing.class, "End sharing of patient").by(Role.SURGICAL_COORDINATOR);

    @Override
    public SitesNeeded sitesNeeded() {
        return SitesNeeded.HOME;
    }
}
