package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.BodySide;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Reports wrong-site surgery or another event that must never happen; always accepted. */
public record ReportNeverEvent(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Kind") NeverEventKind kind,

        @FormField(label = "What happened", min = 1, max = 2000, multiline = true)
        String what,

        @FormField(label = "Intended side") @Nullable BodySide intendedSide,
        @FormField(label = "Actual side") @Nullable BodySide actualSide,
        @FormField(label = "Discovered at") OffsetDateTime discoveredAt,
        @FormField(label = "Disclosed to the patient") boolean disclosedToPatient)
        implements CaseCommand {}
