package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Records the arrival at the after-care facility. */
public record AdmitToAftercare(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "After-care facility", min = 1, max = 64)
        String facilityId,

        @FormField(label = "Came with") @Nullable EscortKind escort)
        implements CaseCommand {}
