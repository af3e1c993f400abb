package org.crossface.pathway.consent.signature;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.consent.EmergencyConsentDeclared;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Declares that an operation cannot wait for a consent; a second physician confirms it, and quality reviews it. */
public record DeclareEmergencyConsent(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(
                label = "Reason",
                min = 20,
                max = 2000,
                multiline = true,
                help = "Why it cannot wait, and why nobody can consent")
        String reason)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DeclareEmergencyConsent> USE_CASE = UseCase.of(
                    DeclareEmergencyConsent.class, "Declare emergency consent")
            .by(Role.SURGEON)
            .in(Phases.OPERATION)
            .requires(
                    ConsentRules.CASE_OF_EMERGENCY_IS_KNOWN, GeneralRules.noOtherWaits(EmergencyConsentDeclared.class))
            .records(EmergencyConsentDeclared.class);
}
