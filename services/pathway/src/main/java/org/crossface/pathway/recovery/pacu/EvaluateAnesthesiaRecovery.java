package org.crossface.pathway.recovery.pacu;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.AnesthesiaRecoveryEvaluated;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Evaluates the recovery from anesthesia. */
public record EvaluateAnesthesiaRecovery(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Recovered from anesthesia") boolean fit,

        @FormField(label = "Remarks", multiline = true, max = 1000) @Nullable
        String remarks)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<EvaluateAnesthesiaRecovery> USE_CASE = UseCase.of(
                    EvaluateAnesthesiaRecovery.class, "Evaluate recovery from anesthesia")
            .by(Role.ANESTHESIOLOGIST, Role.SURGEON)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, RecoveryRules.PATIENT_IS_IN_RECOVERY)
            .records(AnesthesiaRecoveryEvaluated.class);
}
