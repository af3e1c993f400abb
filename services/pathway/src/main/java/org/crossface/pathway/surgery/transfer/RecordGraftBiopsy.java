package org.crossface.pathway.surgery.transfer;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SafetyRules;
import org.crossface.pathway.surgery.events.GraftBiopsied;
import org.crossface.pathway.surgery.vocabulary.BiopsyFinding;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records a biopsy of the graft at stage two. */
public record RecordGraftBiopsy(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Finding") BiopsyFinding finding,

        @FormField(label = "Report", max = 1000, multiline = true) @Nullable
        String report)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordGraftBiopsy> USE_CASE = UseCase.of(RecordGraftBiopsy.class, "Record graft biopsy")
            .by(Role.SURGEON)
            .in(Phases.STAGE_TWO)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.ofStage(Stage.TWO), SafetyRules.INCISION_WAS_MADE)
            .records(GraftBiopsied.class);
}
