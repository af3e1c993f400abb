package org.crossface.pathway.surgery.graft;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.growth.NeurotizationRules;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SafetyRules;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Completes the operation record of stage one. */
public record CompleteStageOne(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(
                label = "Grafted length",
                unit = "cm",
                min = 1,
                max = 40,
                step = 0.1,
                help = "What was finally inserted; not more than was harvested")
        double graftedLengthCm,

        @FormField(label = "Blood loss", unit = "mL", min = 0, max = 2000, step = 1)
        int bloodLossMl,

        @FormField(label = "Operation note", min = 1, max = 200, help = "Reference of the document")
        String operationNoteRef)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompleteStageOne> USE_CASE = UseCase.of(CompleteStageOne.class, "Complete stage one")
            .by(Role.SURGEON)
            .in(Phases.STAGE_ONE)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.ofStage(Stage.ONE),
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.once(StageOneCompleted.class),
                    SafetyRules.INCISION_WAS_MADE,
                    StageOneRules.NERVE_WAS_HARVESTED,
                    StageOneRules.GRAFT_IS_IN_PLACE,
                    SafetyRules.ANTIBIOTIC_WAS_REPEATED,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(StageOneRules.GRAFT_IS_NOT_LONGER_THAN_HARVESTED)
            .fulfils(NeurotizationRules.GRAFT_IS_BANKED)
            .records(StageOneCompleted.class);
}
