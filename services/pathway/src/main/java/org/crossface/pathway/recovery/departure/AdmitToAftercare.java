package org.crossface.pathway.recovery.departure;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.discharge.DischargeRules;
import org.crossface.pathway.recovery.events.AftercareAdmitted;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records the arrival at the after-care facility. */
public record AdmitToAftercare(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @RefersTo(Referent.FACILITY) @FormField(label = "After-care facility", min = 1, max = 64)
        String facilityId,

        @FormField(label = "Came with") @Nullable EscortKind escort)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AdmitToAftercare> USE_CASE = UseCase.of(AdmitToAftercare.class, "Admit to after-care")
            .by(Role.AFTERCARE_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, DischargeRules.PATIENT_HAS_LEFT)
            .records(AftercareAdmitted.class);
}
