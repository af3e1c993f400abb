package org.crossface.pathway.recovery.pacu;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.PhaseTwoEntered;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.Role;

/** Moves the patient to phase II of the recovery. */
public record EnterPhaseTwo(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt, String caseId)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<EnterPhaseTwo> USE_CASE = UseCase.of(EnterPhaseTwo.class, "Enter phase two")
            .by(Role.PACU_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    RecoveryRules.PATIENT_IS_IN_RECOVERY,
                    RecoveryRules.ALDRETE_ALLOWS_PHASE_TWO,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .records(PhaseTwoEntered.class);
}
