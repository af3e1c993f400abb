package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;

/** Completes the operation record of stage one. */
public record CompleteStageOne(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(
                label = "Grafted length",
                unit = "cm",
                min = 1,
                max = 40,
                step = 0.1,
                help = "What was finally inserted; not more than was harvested")
        double graftedLengthCm,

        @FormField(label = "Blood loss", unit = "mL", min = 0, max = 2000, step = 1)
        int bloodLossMl,

        @FormField(label = "Operation note", min = 1, max = 200, help = "Reference of the document")
        String operationNoteRef)
        implements CaseCommand {}
