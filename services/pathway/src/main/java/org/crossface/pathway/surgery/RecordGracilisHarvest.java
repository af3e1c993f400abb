package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.BodySide;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;

/** Records the harvest of the gracilis muscle with its nerve and vessels. */
public record RecordGracilisHarvest(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Thigh") BodySide thighSide,

        @FormField(label = "Length", unit = "cm", min = 6, max = 16, step = 0.1)
        double lengthCm,

        @FormField(label = "Width", unit = "cm", min = 1.5, max = 8, step = 0.1)
        double widthCm,

        @FormField(label = "Weight after trimming", unit = "g", min = 5, max = 80, step = 0.1)
        double weightG,

        @FormField(label = "Artery of the pedicle", unit = "mm", min = 0.5, max = 3, step = 0.1)
        double pedicleArteryMm,

        @FormField(label = "Veins", min = 1, max = 3, step = 1)
        int veins,

        @FormField(label = "Nerve length", unit = "cm", min = 2, max = 15, step = 0.1)
        double nerveLengthCm,

        @FormField(label = "Pedicle divided at", help = "Ischemia starts")
        OffsetDateTime pedicleDividedAt)
        implements CaseCommand {}
