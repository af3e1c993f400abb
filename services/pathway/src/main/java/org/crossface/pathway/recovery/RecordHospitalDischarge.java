package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Phases;
import org.crossface.pathway.UseCase;
import org.crossface.pathway.surgery.CaseRules;
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
            .requires(CaseRules.CASE_IS_KNOWN, DischargeRules.PATIENT_WAS_TRANSFERRED);
}
