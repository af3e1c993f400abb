package org.crossface.pathway.recovery.departure;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.discharge.DischargeRules;
import org.crossface.pathway.recovery.events.HospitalDischarged;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records that the patient left the hospital after an unplanned transfer. */
public record RecordHospitalDischarge(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Was in intensive care") boolean intensiveCare)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordHospitalDischarge> USE_CASE = UseCase.of(
                    RecordHospitalDischarge.class, "Record discharge from hospital")
            .by(Role.PACU_NURSE, Role.SURGICAL_COORDINATOR, Role.AFTERCARE_NURSE)
            .in(Phases.AFTER_CARE)
            .answers("WARD")
            .requires(CaseRules.CASE_IS_KNOWN, DischargeRules.PATIENT_WAS_TRANSFERRED)
            .records(HospitalDischarged.class);
}
