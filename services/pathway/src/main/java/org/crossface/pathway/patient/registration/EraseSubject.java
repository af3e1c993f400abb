package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.patient.ErasureBasis;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Erases the person: the tombstone after which the key of the person is destroyed. Nothing can be undone. */
public record EraseSubject(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,
        @FormField(label = "Basis") ErasureBasis basis)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<EraseSubject> USE_CASE =
            UseCase.of(EraseSubject.class, "Erase person").by(Role.PRIVACY_OFFICER);

    /** The key that is destroyed is that of all centres. */
    @Override
    public SitesNeeded sitesNeeded() {
        return SitesNeeded.ALL;
    }
}
