package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.FaceSide;
import org.crossface.platform.api.FormField;

/** Records the joining of the nerve of the flap to the nerve that will drive it. */
public record RecordNerveCoaptation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Side of the face", help = "The paralysed side")
        FaceSide faceSide,

        @FormField(label = "Driving nerve") MotorNerve motorNerve,
        @FormField(label = "Coaptation") CoaptationType type)
        implements OnParalysedSide {}
