package org.crossface.pathway.recovery.discharge;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.EscortExempted;
import org.crossface.pathway.recovery.pacu.RecoveryRules;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Exempts the patient from having an escort. */
public record ExemptEscort(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @RefersTo(Referent.PRACTITIONER) @FormField(label = "Attending physician", min = 1, max = 64)
        String physicianId,

        @FormField(label = "Reason", min = 20, max = 1000, multiline = true)
        String reason)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ExemptEscort> USE_CASE = UseCase.of(ExemptEscort.class, "Exempt from escort")
            .by(Role.SURGEON)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.PATIENT_WAS_ADMITTED, RecoveryRules.PATIENT_IS_STILL_HERE)
            .checks(DischargeRules.PHYSICIAN_ATTENDS, DischargeRules.PHYSICIAN_SIGNS)
            .records(EscortExempted.class);
}
