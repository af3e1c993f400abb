package org.crossface.pathway.surgery.transfer;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SafetyRules;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Completes the operation record of stage two. */
public record CompleteStageTwo(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Blood loss", unit = "mL", min = 0, max = 2000, step = 1)
        int bloodLossMl,

        @FormField(label = "Operation note", min = 1, max = 200, help = "Reference of the document")
        String operationNoteRef,

        @FormField(label = "Doppler site marked or probe placed")
        boolean dopplerSiteMarked,

        @FormField(label = "Drain placed") boolean drain,

        @FormField(label = "Comment on ischemia", multiline = true, max = 1000) @Nullable
        String ischemiaComment,

        @FormField(
                label = "Deviation",
                multiline = true,
                max = 1000,
                help = "If the flap has no venous outflow: what is done instead")
        @Nullable
        String deviation,

        @RefersTo(Referent.PRACTITIONER)
        @FormField(
                label = "Second surgeon",
                max = 64,
                help = "Who agrees to complete with a deviation, and has to confirm it")
        @Nullable
        String secondSurgeonId)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompleteStageTwo> USE_CASE = UseCase.of(CompleteStageTwo.class, "Complete stage two")
            .by(Role.SURGEON)
            .in(Phases.STAGE_TWO)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.ofStage(Stage.TWO),
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.once(StageTwoCompleted.class),
                    GeneralRules.noOtherWaits(StageTwoCompleted.class),
                    SafetyRules.INCISION_WAS_MADE,
                    StageTwoRules.MUSCLE_WAS_HARVESTED,
                    StageTwoRules.FLAP_HAS_INFLOW,
                    StageTwoRules.BLOOD_FLOWS,
                    StageTwoRules.MUSCLE_IS_POWERED,
                    StageTwoRules.CRITICAL_ISCHEMIA_IS_A_COMPLICATION,
                    StageTwoRules.MUSCLE_IS_ANCHORED,
                    SafetyRules.ANTIBIOTIC_WAS_REPEATED,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(
                    StageTwoRules.FLAP_HAS_OUTFLOW,
                    StageTwoRules.SECOND_SURGEON_IS_PRIVILEGED,
                    StageTwoRules.LONG_ISCHEMIA_IS_EXPLAINED,
                    StageTwoRules.MUSCLE_CAN_BE_HEARD)
            .records(StageTwoCompleted.class);
}
