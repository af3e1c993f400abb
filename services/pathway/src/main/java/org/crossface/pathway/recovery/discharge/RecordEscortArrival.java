package org.crossface.pathway.recovery.discharge;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.EscortArrived;
import org.crossface.pathway.recovery.pacu.RecoveryRules;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records that the responsible adult is present. */
public record RecordEscortArrival(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Name", min = 1, max = 200) String name,

        @FormField(label = "Who", help = "A driver for hire is not an escort")
        EscortKind kind)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordEscortArrival> USE_CASE = UseCase.of(
                    RecordEscortArrival.class, "Record arrival of escort")
            .by(Role.PACU_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.PATIENT_WAS_ADMITTED, RecoveryRules.PATIENT_IS_STILL_HERE)
            .checks(DischargeRules.ESCORT_IS_NO_HIRED_DRIVER)
            .records(EscortArrived.class);
}
