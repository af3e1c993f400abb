package org.crossface.pathway.recovery.flap;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.FlapCompromiseConfirmed;
import org.crossface.pathway.recovery.vocabulary.CompromiseCause;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Confirms that the flap is threatened. */
public record ConfirmFlapCompromise(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Cause") CompromiseCause cause)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ConfirmFlapCompromise> USE_CASE = UseCase.of(
                    ConfirmFlapCompromise.class, "Confirm flap compromise")
            .by(Role.SURGEON)
            .in(Phases.FLAP_WATCH)
            .requires(CaseRules.CASE_IS_KNOWN, FlapRules.FLAP_HAS_BLOOD, FlapRules.FLAP_IS_NOT_LOST)
            .records(FlapCompromiseConfirmed.class);
}
