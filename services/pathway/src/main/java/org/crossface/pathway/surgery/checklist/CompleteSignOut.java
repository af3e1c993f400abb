package org.crossface.pathway.surgery.checklist;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.SafetySignOutCompleted;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Completes the sign-out of the safety checklist, before the patient leaves the theatre. */
public record CompleteSignOut(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Procedure name recorded") boolean procedureRecorded,

        @FormField(
                label = "Instrument, sponge and needle counts",
                help = "With unresolved counts the sign-out has to be completed again")
        CountResult counts,

        @FormField(label = "Specimens labelled", help = "Also when there are none")
        boolean specimensLabelled,

        @FormField(label = "Equipment problems", max = 500) @Nullable
        String equipmentProblems,

        @FormField(label = "Concerns for recovery", max = 500) @Nullable
        String recoveryConcerns,

        @FormField(label = "Present", min = 1, max = 13) List<Role> participants,

        @FormField(label = "Exceptions", multiline = true, max = 1000, help = "Why an item was not met") @Nullable
        String exceptions,

        @FormField(label = "Specimens", max = 20, help = "Each as its label says") @Nullable
        List<String> specimens)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompleteSignOut> USE_CASE = UseCase.of(CompleteSignOut.class, "Complete sign-out")
            .by(Role.OR_NURSE, Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.PATIENT_WAS_ADMITTED,
                    CaseRules.once(Operation::isSignedOut),
                    SafetyRules.TIME_OUT_COMES_BEFORE_SIGN_OUT)
            .checks(SafetyRules.SIGN_OUT_EXCEPTIONS_ARE_EXPLAINED, SafetyRules.SURGEON_DECIDES_MISSING_COUNTS)
            .records(SafetySignOutCompleted.class);
}
