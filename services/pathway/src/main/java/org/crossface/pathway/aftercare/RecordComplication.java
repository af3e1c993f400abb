package org.crossface.pathway.aftercare;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.AllowedAfterDeath;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Phases;
import org.crossface.pathway.Referent;
import org.crossface.pathway.RefersTo;
import org.crossface.pathway.Stage;
import org.crossface.pathway.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records a complication with its grade. */
public record RecordComplication(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Complication") ComplicationType type,
        @FormField(label = "Clavien-Dindo grade") ClavienDindo grade,

        @FormField(label = "Lasting disability", help = "Suffix d")
        boolean disability,

        @FormField(label = "Operation") @Nullable Stage stage,
        @FormField(label = "Where") ComplicationSite site,
        @FormField(label = "Onset") LocalDate onsetOn,
        @FormField(label = "Related to the surgery") Relatedness related,

        @RefersTo(Referent.OPERATION)
        @FormField(
                label = "Operation under general anesthesia",
                help = "The case in which a grade IIIb complication was operated on")
        @Nullable
        String operatingCaseId,

        @FormField(label = "Treatment", max = 2000, multiline = true) @Nullable
        String treatment)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordComplication> USE_CASE = UseCase.of(
                    RecordComplication.class, "Record complication")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.ON_RECORD)
            .checks(AftercareRules.GRADE_IS_WHAT_HAPPENED, AftercareRules.OPERATING_CASE_IS_KNOWN);
}
