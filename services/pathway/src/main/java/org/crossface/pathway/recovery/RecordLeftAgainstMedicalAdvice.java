package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records that the patient left against medical advice. */
public record RecordLeftAgainstMedicalAdvice(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Counselled about the risks") boolean counselled,

        @FormField(label = "Remarks", multiline = true, max = 1000) @Nullable
        String remarks)
        implements CaseCommand {}
