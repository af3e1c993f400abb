package org.crossface.pathway.aftercare.complication;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.aftercare.vocabulary.ComplicationSite;
import org.crossface.pathway.aftercare.vocabulary.ComplicationType;
import org.crossface.pathway.aftercare.vocabulary.Relatedness;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.pathway.vocabulary.Stage;
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

        @FormField(label = "Stage") @Nullable Stage stage,
        @FormField(label = "Where") ComplicationSite site,
        @FormField(label = "Onset") LocalDate onsetOn,
        @FormField(label = "Related to the surgery") Relatedness related,

        @RefersTo(Referent.OPERATION)
        @FormField(
                label = "Operation",
                help =
                        "The operation that it belongs to; for grade IIIb the one under general anesthesia that treated it")
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
            .checks(ComplicationRules.GRADE_IS_WHAT_HAPPENED, ComplicationRules.OPERATING_CASE_IS_KNOWN)
            .records(ComplicationRecorded.class);
}
