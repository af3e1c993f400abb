package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Reports a fall, a burn or a medication error. */
public record ReportSafetyEvent(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "What happened") SafetyEventKind kind,
        @FormField(label = "Harm") SafetyEventSeverity severity,
        @FormField(label = "Where") SafetyEventPlace place,

        @FormField(label = "Description", multiline = true, max = 1000) @Nullable
        String description)
        implements CaseCommand {}
