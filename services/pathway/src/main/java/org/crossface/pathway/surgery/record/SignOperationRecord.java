package org.crossface.pathway.surgery.record;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.BySurgeon;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.OperationRecordSigned;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Signs the operation record. */
public record SignOperationRecord(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Operating surgeon", min = 1, max = 64)
        String surgeonId)
        implements BySurgeon, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<SignOperationRecord> USE_CASE = UseCase.of(
                    SignOperationRecord.class, "Sign operation record")
            .answers("T-14")
            .by(Role.SURGEON)
            .in(Phases.ON_RECORD)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.once(OperationRecordSigned.class),
                    OperationRecordRules.OPERATION_HAS_ENDED)
            .checks(CaseRules.SURGEON_OPERATES, CaseRules.SURGEON_IS_SIGNED_IN)
            .records(OperationRecordSigned.class);
}
