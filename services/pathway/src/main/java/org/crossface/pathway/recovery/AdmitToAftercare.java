package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Phases;
import org.crossface.pathway.Referent;
import org.crossface.pathway.RefersTo;
import org.crossface.pathway.UseCase;
import org.crossface.pathway.surgery.CaseRules;
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
            .requires(CaseRules.CASE_IS_KNOWN, DischargeRules.PATIENT_HAS_LEFT);
}
