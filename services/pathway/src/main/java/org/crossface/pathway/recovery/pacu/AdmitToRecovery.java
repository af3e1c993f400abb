package org.crossface.pathway.recovery.pacu;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.RecoveryAdmitted;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.Role;

/** Admits the patient to phase I of the recovery. */
public record AdmitToRecovery(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt, String caseId)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AdmitToRecovery> USE_CASE = UseCase.of(AdmitToRecovery.class, "Admit to recovery")
            .by(Role.PACU_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.PATIENT_WAS_ADMITTED,
                    RecoveryRules.RECOVERY_IS_NEW,
                    RecoveryRules.PATIENT_IS_STILL_HERE,
                    RecoveryRules.SIGN_OUT_COMES_BEFORE_RECOVERY)
            .records(RecoveryAdmitted.class);
}
