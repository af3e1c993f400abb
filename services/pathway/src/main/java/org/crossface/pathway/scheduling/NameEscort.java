package org.crossface.pathway.scheduling;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Stage;
import org.crossface.platform.api.FormField;

/** Names the adult who takes the patient home. */
public record NameEscort(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Name", min = 1, max = 200) String name,
        @FormField(label = "Phone", min = 3, max = 40) String phone,
        @FormField(label = "Relation") EscortRelation relation,
        @FormField(label = "Stays the first night") boolean overnight)
        implements PathwayCommand {}
