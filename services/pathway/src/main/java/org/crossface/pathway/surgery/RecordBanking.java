package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.FaceSide;
import org.crossface.platform.api.FormField;

/** Records the tunnel across the face and the banking of the free end. */
public record RecordBanking(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Route") TunnelRoute route,

        @FormField(label = "Side of the free end", help = "The paralysed side")
        FaceSide distalSide,

        @FormField(label = "Location") BankLocation location,

        @FormField(label = "Tunnel length", unit = "cm", min = 5, max = 25, step = 0.1)
        double tunnelLengthCm,

        @FormField(label = "Tag suture placed") boolean tagged)
        implements CaseCommand {}
