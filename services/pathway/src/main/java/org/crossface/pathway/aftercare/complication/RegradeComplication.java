package org.crossface.pathway.aftercare.complication;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.ComplicationRegraded;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Changes the grade of a complication; the earlier grade stays in the history. */
public record RegradeComplication(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.COMPLICATION) @FormField(label = "Complication")
        String complicationId,

        @FormField(label = "Clavien-Dindo grade") ClavienDindo grade,
        @FormField(label = "Lasting disability") boolean disability,

        @RefersTo(Referent.OPERATION) @FormField(label = "Operation under general anesthesia") @Nullable
        String operatingCaseId,

        @FormField(label = "Reason", min = 3, max = 1000, multiline = true)
        String reason)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RegradeComplication> USE_CASE = UseCase.of(
                    RegradeComplication.class, "Regrade complication")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.ON_RECORD)
            .requires(ComplicationRules.A_COMPLICATION_IS_RECORDED)
            .checks(
                    ComplicationRules.COMPLICATION_IS_KNOWN,
                    ComplicationRules.NEW_GRADE_IS_WHAT_HAPPENED,
                    ComplicationRules.NEW_OPERATING_CASE_IS_KNOWN)
            .records(ComplicationRegraded.class);
}
