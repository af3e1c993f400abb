package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/**
 * Links two registered persons who turned out to be one. Both keep their records and keys; the pathways of the other one count as those of
 * the main one until they are unlinked.
 */
public record LinkPersons(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.OTHER_PERSON)
        @FormField(
                label = "Other person",
                min = 1,
                max = 100,
                help = "Identifier of the other registration, as its page shows it")
        String otherPatientId,

        @FormField(label = "Main registration", help = "The one under which people find the person")
        MainPerson main,

        @FormField(label = "Reason", max = 2000, multiline = true, help = "At least {reasonCharacters} characters")
        String reason)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<LinkPersons> USE_CASE =
            UseCase.of(LinkPersons.class, "Link persons").by(Role.PRIVACY_OFFICER, Role.ADMINISTRATOR);

    /** The records of all centres that know one of the two are concerned. */
    @Override
    public SitesNeeded sitesNeeded() {
        return SitesNeeded.ALL;
    }

    @Override
    public List<String> otherPatientIds() {
        return List.of(otherPatientId);
    }

    /** The person who stays the main one. */
    public String mainPatientId() {
        return main == MainPerson.THIS_PERSON ? patientId : otherPatientId;
    }

    /** The person who points to the main one. */
    public String linkedPatientId() {
        return main == MainPerson.THIS_PERSON ? otherPatientId : patientId;
    }
}
