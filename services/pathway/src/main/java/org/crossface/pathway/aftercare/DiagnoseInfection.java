package org.crossface.pathway.aftercare;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Stage;
import org.crossface.platform.api.FormField;
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
        implements PathwayCommand {}
