package org.crossface.pathway.recovery.departure;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.LeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.pacu.RecoveryRules;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the patient left against medical advice. */
public record RecordLeftAgainstMedicalAdvice(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Counselled about the risks") boolean counselled,

        @FormField(label = "Remarks", multiline = true, max = 1000) @Nullable
        String remarks)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordLeftAgainstMedicalAdvice> USE_CASE = UseCase.of(
                    RecordLeftAgainstMedicalAdvice.class, "Record leaving against advice")
            .by(Role.PACU_NURSE, Role.SURGEON)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.PATIENT_WAS_ADMITTED, RecoveryRules.PATIENT_IS_STILL_HERE)
            .records(LeftAgainstMedicalAdvice.class);
}
