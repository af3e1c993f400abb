package org.crossface.pathway.recovery.flap;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.FlapCompromiseAcknowledged;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.Role;

/** Takes over the suspicion that the flap is threatened, wherever the patient is; then sees the patient and confirms or rules it out. */
public record AcknowledgeFlapCompromise(
        @TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt, String caseId) implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AcknowledgeFlapCompromise> USE_CASE = UseCase.of(
                    AcknowledgeFlapCompromise.class, "Take over flap emergency")
            .by(Role.SURGEON)
            .in(Phases.AFTER_CARE)
            .answers("T-30")
            .requires(CaseRules.CASE_IS_KNOWN, FlapRules.NOBODY_ANSWERED_YET)
            .records(FlapCompromiseAcknowledged.class);
}
