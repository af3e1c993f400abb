package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Takes a link back: the two are different persons. The pathways of each are its own again. */
public record UnlinkPersons(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.LINKED_PERSON) @FormField(label = "Other person", min = 1, max = 100)
        String otherPatientId,

        @FormField(label = "Reason", max = 2000, multiline = true, help = "At least {reasonCharacters} characters")
        String reason)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<UnlinkPersons> USE_CASE =
            UseCase.of(UnlinkPersons.class, "Unlink persons").by(Role.PRIVACY_OFFICER, Role.ADMINISTRATOR);

    @Override
    public SitesNeeded sitesNeeded() {
        return SitesNeeded.ALL;
    }

    @Override
    public List<String> otherPatientIds() {
        return List.of(otherPatientId);
    }
}
