package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;

/** Takes the pain score. */
public record ScorePain(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Pain", unit = "NRS", min = 0, max = 10, step = 1)
        int nrs,

        @FormField(label = "Where") PainSite site)
        implements CaseCommand {}
