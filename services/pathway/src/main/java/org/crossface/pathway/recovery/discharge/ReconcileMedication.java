package org.crossface.pathway.recovery.discharge;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.health.MedicationReconciled;
import org.crossface.pathway.health.ReconciledMedicine;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Decides for each drug what the patient takes after the discharge. */
public record ReconcileMedication(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Medication", min = 1, max = 60) List<ReconciledMedicine> medicines)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReconcileMedication> USE_CASE = UseCase.of(
                    ReconcileMedication.class, "Reconcile medication")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.PACU_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.PATIENT_WAS_ADMITTED)
            .checks(MedicationRules.EACH_DRUG_IS_DECIDED)
            .records(MedicationReconciled.class);
}
