package org.crossface.pathway.recovery.discharge;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.pacu.RecoveryRules;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Discharges the patient. */
public record DischargePatient(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Destination") DischargeDestination destination,

        @RefersTo(Referent.FACILITY) @FormField(label = "After-care facility", max = 64) @Nullable
        String facilityId)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DischargePatient> USE_CASE = UseCase.of(DischargePatient.class, "Discharge patient")
            .answers("T-15", "T-16")
            .by(Role.PACU_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.PATIENT_WAS_ADMITTED,
                    RecoveryRules.PATIENT_IS_STILL_HERE,
                    DischargeRules.PATIENT_IS_NOT_BACK_IN_THEATRE,
                    DischargeRules.PATIENT_RECOVERED,
                    DischargeRules.ALDRETE_ALLOWS_DISCHARGE,
                    DischargeRules.SCORE_ALLOWS_DISCHARGE,
                    DischargeRules.ESCORT_IS_PRESENT,
                    DischargeRules.ORDER_IS_SIGNED,
                    DischargeRules.RECOVERY_WAS_EVALUATED,
                    DischargeRules.INSTRUCTIONS_WERE_UNDERSTOOD,
                    MedicationRules.MEDICATION_IS_RECONCILED,
                    DischargeRules.FACILITY_ACCEPTED,
                    DischargeRules.FLAP_IS_WELL,
                    DischargeRules.FLAP_WATCH_IS_PLANNED,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(
                    DischargeRules.ORDER_FITS_DESTINATION,
                    DischargeRules.BED_IS_IN_THE_FACILITY,
                    DischargeRules.FACILITY_CAN_WATCH_FLAPS)
            .records(PatientDischarged.class);
}
