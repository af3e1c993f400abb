package org.crossface.pathway.oversight.countersignature;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.SecondPersonConfirmed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Confirms, in the own name of a second clinician, what a colleague recorded; until then the fact waits. */
public record ConfirmAsSecond(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.WAITING_FACT) @FormField(label = "What you confirm")
        String confirmedFactId)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ConfirmAsSecond> USE_CASE = UseCase.of(
                    ConfirmAsSecond.class, "Confirm as second person")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.OPEN)
            .answers("SECOND")
            .requires(CountersignatureRules.SOMETHING_WAITS)
            .checks(
                    CountersignatureRules.IT_WAITS,
                    CountersignatureRules.SECOND_PERSON_SIGNS,
                    CountersignatureRules.SECOND_PERSON_IS_PRIVILEGED,
                    CountersignatureRules.SIDE_IS_CORRECTED_BEFORE_INCISION)
            .records(SecondPersonConfirmed.class);
}
