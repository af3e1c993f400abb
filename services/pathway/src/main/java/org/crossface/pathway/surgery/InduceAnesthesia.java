package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;

/** Records the induction of anesthesia. */
public record InduceAnesthesia(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Technique") AnesthesiaTechnique technique)
        implements CaseCommand {}
