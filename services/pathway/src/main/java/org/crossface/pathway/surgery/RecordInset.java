package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.FaceSide;
import org.crossface.platform.api.FormField;

/** Records how the muscle was anchored. */
public record RecordInset(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Side of the face", help = "The paralysed side")
        FaceSide faceSide,

        @FormField(label = "Origin") InsetOrigin origin,
        @FormField(label = "Insertion") InsetInsertion insertion,

        @FormField(label = "Vectors", min = 1, max = 3, step = 1)
        int vectors,

        @FormField(label = "Resting tension") InsetTension tension)
        implements OnParalysedSide {}
