package org.crossface.pathway.scheduling.readiness;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.EscortNamed;
import org.crossface.pathway.scheduling.vocabulary.EscortRelation;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Names the adult who takes the patient home. */
public record NameEscort(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Name", min = 1, max = 200) String name,
        @FormField(label = "Phone", min = 3, max = 40) String phone,
        @FormField(label = "Relation") EscortRelation relation,
        @FormField(label = "Stays the first night") boolean overnight)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<NameEscort> USE_CASE = UseCase.of(NameEscort.class, "Name escort")
            .by(Role.SURGICAL_COORDINATOR, Role.PREOP_NURSE)
            .in(Phases.PREPARATION)
            .checks(ReadinessRules.ESCORT_IS_RESPONSIBLE)
            .records(EscortNamed.class);
}
