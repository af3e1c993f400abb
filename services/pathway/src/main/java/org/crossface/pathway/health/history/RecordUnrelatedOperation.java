package org.crossface.pathway.health.history;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.health.UnrelatedOperationRecorded;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the patient was operated on for something else; the pathway stays where it is. */
public record RecordUnrelatedOperation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Operation", min = 1, max = 200, help = "What was done")
        String operation,

        @FormField(label = "Site on the body", min = 1, max = 200)
        String bodySite,

        @FormField(label = "Day of surgery") LocalDate operatedOn,

        @FormField(label = "Where it was done", max = 200) @Nullable
        String centre,

        @FormField(label = "Under general anesthesia") boolean generalAnesthesia)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordUnrelatedOperation> USE_CASE = UseCase.of(
                    RecordUnrelatedOperation.class, "Record unrelated operation")
            .by(Role.SURGICAL_COORDINATOR, Role.SURGEON, Role.ANESTHESIOLOGIST, Role.PREOP_NURSE, Role.AFTERCARE_NURSE)
            .in(Phases.OPEN)
            .checks(ListRules.OTHER_OPERATION_HAS_HAPPENED)
            .records(UnrelatedOperationRecorded.class);
}
