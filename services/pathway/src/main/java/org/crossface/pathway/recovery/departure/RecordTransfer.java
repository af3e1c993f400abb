package org.crossface.pathway.recovery.departure;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.UnplannedTransferOccurred;
import org.crossface.pathway.recovery.pacu.RecoveryRules;
import org.crossface.pathway.recovery.vocabulary.FailureReason;
import org.crossface.pathway.recovery.vocabulary.TransferMode;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records an unplanned transfer to a hospital. */
public record RecordTransfer(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Hospital", min = 1, max = 200) String hospital,
        @FormField(label = "Reasons", min = 1, max = 11) List<FailureReason> reasons,
        @FormField(label = "By") TransferMode mode,
        @FormField(label = "Admitted there at") @Nullable OffsetDateTime admittedAt,

        @FormField(label = "Remarks", multiline = true, max = 2000) @Nullable
        String remarks)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordTransfer> USE_CASE = UseCase.of(RecordTransfer.class, "Record hospital transfer")
            .by(Role.SURGEON, Role.PACU_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.PATIENT_WAS_ADMITTED, RecoveryRules.PATIENT_IS_STILL_HERE)
            .records(UnplannedTransferOccurred.class);
}
