package org.crossface.pathway.recovery.discharge;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.DischargeOrderSigned;
import org.crossface.pathway.recovery.pacu.RecoveryRules;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.surgery.admission.BySurgeon;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Signs the order to discharge the patient. */
public record SignDischargeOrder(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Destination") DischargeDestination destination,

        @FormField(label = "Operating surgeon", min = 1, max = 64)
        String surgeonId)
        implements BySurgeon {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<SignDischargeOrder> USE_CASE = UseCase.of(
                    SignDischargeOrder.class, "Sign discharge order")
            .by(Role.SURGEON)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.PATIENT_WAS_ADMITTED,
                    RecoveryRules.PATIENT_IS_STILL_HERE,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(CaseRules.SURGEON_OPERATES, CaseRules.SURGEON_IS_SIGNED_IN)
            .records(DischargeOrderSigned.class);
}
