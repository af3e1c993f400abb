package org.crossface.pathway.surgery.checklist;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.ClosureCompleted;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.Role;

/** Records the closure. */
public record CloseIncision(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt, String caseId)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CloseIncision> USE_CASE = UseCase.of(CloseIncision.class, "Record closure")
            .by(Role.OR_NURSE, Role.SURGEON)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.once(ClosureCompleted.class), SafetyRules.INCISION_WAS_MADE)
            .records(ClosureCompleted.class);
}
