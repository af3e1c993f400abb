package org.crossface.pathway.recovery.departure;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.AftercareDischarged;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the patient left the after-care facility; the rest of the bed's time is given back. */
public record DischargeFromAftercare(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Left with") @Nullable EscortKind escort)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DischargeFromAftercare> USE_CASE = UseCase.of(
                    DischargeFromAftercare.class, "Discharge from after-care")
            .by(Role.AFTERCARE_NURSE)
            .in(Phases.with(
                    Phases.AFTER_CARE, Phase.COMPLETED, Phase.TRANSFERRED_OUT, Phase.CLOSED_ALTERNATIVE_TREATMENT))
            .requires(CaseRules.CASE_IS_KNOWN, DepartureRules.PATIENT_IS_IN_AFTER_CARE)
            .records(AftercareDischarged.class);
}
