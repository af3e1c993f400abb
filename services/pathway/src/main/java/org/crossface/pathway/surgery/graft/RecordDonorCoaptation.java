package org.crossface.pathway.surgery.graft;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SafetyRules;
import org.crossface.pathway.surgery.events.DonorBranchCoapted;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.surgery.vocabulary.DonorBranch;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records the joining of the graft to a branch of the healthy facial nerve. */
public record RecordDonorCoaptation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Side of the face", help = "The healthy side")
        FaceSide faceSide,

        @FormField(label = "Branch") DonorBranch branch,
        @FormField(label = "Coaptation") CoaptationType type,

        @FormField(label = "Coaptations", min = 1, max = 4, step = 1)
        int count,

        @FormField(label = "Confirmed by stimulation") boolean stimulationConfirmed,

        @FormField(label = "Suture", max = 60, help = "Such as 10-0") @Nullable
        String suture,

        @FormField(label = "Glue used") boolean glue)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordDonorCoaptation> USE_CASE = UseCase.of(
                    RecordDonorCoaptation.class, "Record donor coaptation")
            .by(Role.SURGEON)
            .in(Phases.STAGE_ONE)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.ofStage(Stage.ONE),
                    CaseRules.CASE_IS_LIVE,
                    SafetyRules.INCISION_WAS_MADE,
                    StageOneRules.NERVE_WAS_HARVESTED)
            .checks(GraftSideRules.GRAFT_STARTS_ON_HEALTHY_SIDE)
            .records(DonorBranchCoapted.class);
}
