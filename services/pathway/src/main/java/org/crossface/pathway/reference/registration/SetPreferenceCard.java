package org.crossface.pathway.reference.registration;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Says what a surgeon wants for the operation of a stage; the form that reserves equipment proposes it. */
public record SetPreferenceCard(
        @TargetAggregateIdentifier String practitionerId,
        OffsetDateTime occurredAt,
        @FormField(label = "Operation") Stage stage,

        @RefersTo(Referent.DEVICE)
        @FormField(label = "Devices", max = 20, help = "At every surgery centre where the surgeon operates")
        List<String> devices,

        @FormField(label = "Coupler sizes", max = 7) List<CouplerSize> couplerSizes,

        @RefersTo(Referent.PRACTITIONER) @FormField(label = "Second team", max = 4)
        List<String> secondTeam)
        implements ReferenceCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<SetPreferenceCard> USE_CASE =
            UseCase.of(SetPreferenceCard.class, "Set preference card").by(Role.ADMINISTRATOR, Role.SURGEON);
}
