package org.crossface.pathway.surgery.checklist;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.SafetySignInCompleted;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Completes the sign-in of the safety checklist, before induction. */
public record CompleteSignIn(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Identifiers checked", min = 0, max = 5, step = 1)
        int identifiersChecked,

        @FormField(label = "Procedure confirmed with the patient")
        boolean procedureConfirmed,

        @FormField(label = "Consent confirmed") boolean consentConfirmed,

        @FormField(label = "Anesthesia machine and drugs checked")
        boolean machineAndDrugsChecked,

        @FormField(label = "Pulse oximeter on and working") boolean pulseOximeterOn,

        @FormField(label = "Allergies known", help = "Known allergies, or that there are none")
        boolean allergiesKnown,

        @FormField(label = "Difficult airway or aspiration risk")
        boolean difficultAirway,

        @FormField(label = "Risk of more than 500 mL blood loss")
        boolean bloodLossRisk,

        @FormField(label = "Present", min = 1, max = 13) List<Role> participants,

        @FormField(label = "Exceptions", multiline = true, max = 1000, help = "Why an item was not met") @Nullable
        String exceptions)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompleteSignIn> USE_CASE = UseCase.of(CompleteSignIn.class, "Complete sign-in")
            .answers("T-13")
            .by(Role.OR_NURSE, Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.OPERATION)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.PATIENT_WAS_ADMITTED,
                    CaseRules.once(SafetySignInCompleted.class),
                    SafetyRules.CONSENT_IS_VERIFIED,
                    SafetyRules.SITES_ARE_MARKED,
                    SideRules.MARK_AGREES_WITH_CONSENT,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(
                    SafetyRules.IDENTITY_IS_CHECKED_AT_SIGN_IN,
                    SafetyRules.CONSENT_IS_CONFIRMED,
                    SafetyRules.ALLERGIES_ARE_KNOWN,
                    SafetyRules.SIGN_IN_EXCEPTIONS_ARE_EXPLAINED)
            .records(SafetySignInCompleted.class);
}
