package org.crossface.pathway.consent.signature;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Signer;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Records a signed consent; {@code occurredAt} is the time of the signature.
 *
 * @param stage needed for surgical and anesthesia consents
 * @param faceSide the paralysed side
 * @param donorSide donor leg of stage one, donor thigh of stage two
 * @param lacksCapacity an adult who cannot decide, so that a representative signs (INV-16)
 * @param afterSedation signed after premedication or sedation (INV-17)
 */
public record ObtainConsent(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Type") ConsentType type,

        @FormField(label = "Stage", help = "For surgical and anesthesia consents") @Nullable
        Stage stage,

        @FormField(label = "Procedure") @Nullable TreatmentOption procedure,

        @FormField(label = "Face side", help = "The paralysed side") @Nullable
        FaceSide faceSide,

        @FormField(label = "Donor side", help = "Leg for stage one, thigh for stage two") @Nullable
        BodySide donorSide,

        @RefersTo(Referent.PRACTITIONER) @FormField(label = "Surgeon") @Nullable
        String surgeonId,

        @FormField(label = "Setting") @Nullable PlannedSetting setting,
        @FormField(label = "Signed by") Signer signer,

        @FormField(label = "Name of the signer", min = 1, max = 200)
        String signerName,

        @FormField(label = "Patient cannot decide", help = "An adult without capacity")
        boolean lacksCapacity,

        @FormField(label = "Witness", max = 200) @Nullable String witness,

        @FormField(label = "Interpreter", max = 200) @Nullable
        String interpreter,

        @FormField(label = "Signed after premedication or sedation")
        boolean afterSedation)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ObtainConsent> USE_CASE = UseCase.of(ObtainConsent.class, "Obtain consent")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.OPEN)
            .answers("CONSENT", "T-06")
            .checks(
                    ConsentRules.CONSENT_IS_WHOLE,
                    ConsentRules.RIGHT_PERSON_SIGNED,
                    ConsentRules.SIGNED_WITH_UNDERSTANDING)
            .records(ConsentObtained.class, fact -> fact.always("afterSedation", false));
}
