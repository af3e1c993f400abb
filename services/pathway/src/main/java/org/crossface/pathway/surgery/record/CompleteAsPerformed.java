package org.crossface.pathway.surgery.record;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SafetyRules;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Completes the record of an operation that was not the planned one of its stage, as it really was. */
public record CompleteAsPerformed(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Findings", min = 1, max = 4000, multiline = true)
        String findings,

        @FormField(label = "What was done", min = 1, max = 4000, multiline = true, help = "On which side and site")
        String performed,

        @RefersTo(Referent.COMPLICATION)
        @FormField(label = "Complication", max = 100, help = "The one that was treated")
        @Nullable
        String complicationId,

        @FormField(label = "Blood loss", unit = "mL", min = 0, max = 10000, step = 1)
        int bloodLossMl,

        @FormField(label = "Operation note", min = 1, max = 200, help = "Reference of the document")
        String operationNoteRef)
        implements CaseCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompleteAsPerformed> USE_CASE = UseCase.of(
                    CompleteAsPerformed.class, "Complete operation as performed")
            .by(Role.SURGEON)
            .in(Phases.with(Phases.SURGERY_AND_RECOVERY, Phase.DECEASED))
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.once(Operation::isCompleted),
                    OperationRecordRules.OPERATION_IS_NOT_THE_PLANNED_ONE,
                    SafetyRules.INCISION_WAS_MADE)
            .checks(OperationRecordRules.TREATED_COMPLICATION_IS_KNOWN)
            .records(OperationCompletedAsPerformed.class);
}
