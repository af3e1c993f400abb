package org.crossface.pathway.aftercare.wound;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.InfectionDiagnosed;
import org.crossface.pathway.aftercare.vocabulary.InfectionClass;
import org.crossface.pathway.aftercare.vocabulary.InfectionCriterion;
import org.crossface.pathway.aftercare.vocabulary.InfectionSite;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records a surgical site infection. */
public record DiagnoseInfection(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Operation") Stage stage,
        @FormField(label = "Depth") InfectionClass infectionClass,
        @FormField(label = "Site") InfectionSite site,
        @FormField(label = "First sign") LocalDate onsetOn,
        @FormField(label = "Criteria", min = 1, max = 6) List<InfectionCriterion> criteria,
        @FormField(label = "Culture", max = 500) @Nullable String culture)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DiagnoseInfection> USE_CASE = UseCase.of(DiagnoseInfection.class, "Diagnose infection")
            .by(Role.SURGEON)
            .in(Phases.AFTER_CARE)
            .requires(WoundRules.INFECTION_FOLLOWS_OPERATION)
            .checks(
                    WoundRules.INFECTION_HAS_BEGUN,
                    WoundRules.SUPERFICIAL_INFECTION_BEGINS_IN_TIME,
                    WoundRules.DEEP_INFECTION_BEGINS_IN_TIME)
            .records(InfectionDiagnosed.class);
}
