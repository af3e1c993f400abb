package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.patient.ErasureBasis;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Erases the person: the tombstone after which the key of the person is destroyed. Nothing can be undone.
 *
 * @param linked what becomes of those who are one with the person; {@code null} for a person who is linked with nobody
 */
public record EraseSubject(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,
        @FormField(label = "Basis") ErasureBasis basis,

        @FormField(label = "Persons who are linked", help = "Only for a linked person") @Nullable
        LinkedErasure linked)
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
