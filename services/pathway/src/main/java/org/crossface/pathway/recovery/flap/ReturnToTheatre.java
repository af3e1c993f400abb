package org.crossface.pathway.recovery.flap;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the patient was taken back to theatre. */
public record ReturnToTheatre(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Planned") boolean planned,

        @FormField(label = "Reason", max = 1000, multiline = true, help = "Needed when it was not planned") @Nullable
        String reason,

        @FormField(label = "General anesthesia") boolean generalAnesthesia,

        @FormField(label = "Findings", max = 2000, multiline = true) @Nullable
        String findings)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReturnToTheatre> USE_CASE = UseCase.of(
                    ReturnToTheatre.class, "Record return to theatre")
            .by(Role.SURGEON)
            .in(Phases.without(Phases.AFTER_CARE, Phase.LOST_TO_FOLLOW_UP, Phase.WITHDRAWN))
            .requires(CaseRules.CASE_IS_KNOWN, FlapRules.INDEX_CASE_WAS_OPERATED)
            .checks(FlapRules.UNPLANNED_RETURN_HAS_A_REASON)
            .records(ReturnedToTheatre.class);
}
