package org.crossface.pathway.surgery.checklist;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.ChecklistDeviationReported;
import org.crossface.pathway.surgery.vocabulary.ChecklistStep;
import org.crossface.pathway.surgery.vocabulary.DeviationKind;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Reports that a step of the safety sequence was missed or late; the case continues. */
public record ReportChecklistDeviation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Step") ChecklistStep step,
        @FormField(label = "Missed or late") DeviationKind kind,

        @FormField(label = "Why", min = 1, max = 1000, multiline = true)
        String why,

        @FormField(label = "Incision made at", help = "If the incision was made without the step") @Nullable
        OffsetDateTime incisionAt)
        implements CaseCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReportChecklistDeviation> USE_CASE = UseCase.of(
                    ReportChecklistDeviation.class, "Report checklist deviation")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.PREOP_NURSE, Role.OR_NURSE)
            .in(Phases.with(Phases.SURGERY_AND_RECOVERY, Phase.DECEASED))
            .requires(CaseRules.CASE_IS_KNOWN)
            .checks(ReportRules.REPORTED_INCISION_IS_PLAUSIBLE)
            .records(ChecklistDeviationReported.class);
}
