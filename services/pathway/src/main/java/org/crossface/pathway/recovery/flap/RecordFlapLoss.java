package org.crossface.pathway.recovery.flap;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.vocabulary.CompromiseCause;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.transfer.MuscleSideRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the flap died. */
public record RecordFlapLoss(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Cause") CompromiseCause cause,

        @FormField(label = "Attempts at rescue", min = 0, max = 10, step = 1)
        int salvageAttempts,

        @FormField(label = "Findings", max = 1000, multiline = true) @Nullable
        String findings)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordFlapLoss> USE_CASE = UseCase.of(RecordFlapLoss.class, "Record loss of the flap")
            .by(Role.SURGEON)
            .in(Phase.STAGE2_PLANNED, Phase.STAGE2_DONE, Phase.REHABILITATING, Phase.ON_HOLD, Phase.OUTCOME_TRACKING)
            .requires(CaseRules.CASE_IS_KNOWN, FlapRules.FLAP_HAS_BLOOD, FlapRules.FLAP_IS_NOT_LOST)
            .fulfils(MuscleSideRules.NO_OTHER_FLAP_IS_IN_USE)
            .records(FlapLost.class);
}
