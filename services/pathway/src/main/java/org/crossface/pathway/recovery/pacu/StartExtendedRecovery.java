package org.crossface.pathway.recovery.pacu;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.ExtendedRecoveryStarted;
import org.crossface.pathway.recovery.vocabulary.FailureReason;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Keeps the patient in extended recovery. */
public record StartExtendedRecovery(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Reasons", min = 1, max = 11) List<FailureReason> reasons,

        @FormField(label = "Remarks", multiline = true, max = 1000) @Nullable
        String remarks)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<StartExtendedRecovery> USE_CASE = UseCase.of(
                    StartExtendedRecovery.class, "Start extended recovery")
            .answers("T-15")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.PACU_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(
                    CaseRules.CASE_IS_KNOWN, RecoveryRules.PATIENT_IS_IN_RECOVERY, RecoveryRules.PATIENT_IS_STILL_HERE)
            .records(
                    // the reasons stand in the fact beside it, that the discharge of the same day failed
                    ExtendedRecoveryStarted.class, fact -> fact.always("reasons", List.of(FailureReason.OTHER)));
}
