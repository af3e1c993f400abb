package org.crossface.pathway.scheduling.readiness;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Reserves a bed that the facility has accepted. */
public record ReserveAftercare(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,

        @RefersTo(Referent.FACILITY) @FormField(label = "Facility")
        String facilityId,

        @FormField(label = "From") OffsetDateTime from,
        @FormField(label = "Until") OffsetDateTime until)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReserveAftercare> USE_CASE = UseCase.of(
                    ReserveAftercare.class, "Reserve after-care bed")
            .by(Role.SURGICAL_COORDINATOR, Role.PREOP_NURSE)
            .in(Phases.PREPARATION)
            .checks(ReadinessRules.BED_IS_POSSIBLE)
            .records(AftercareBedReserved.class);
}
