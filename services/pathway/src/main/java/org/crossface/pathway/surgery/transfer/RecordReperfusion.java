package org.crossface.pathway.surgery.transfer;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that blood flows through the flap again. */
public record RecordReperfusion(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Reperfused at") OffsetDateTime reperfusedAt,

        @FormField(
                label = "Ischemia",
                unit = "min",
                min = 0,
                max = 1440,
                step = 1,
                help = "Leave empty: it is computed")
        @Nullable
        Integer ischemiaMinutes,

        @FormField(label = "Bleeding edge seen") boolean bleedingEdge,

        @FormField(
                label = "Comment on ischemia",
                multiline = true,
                max = 1000,
                help = "Needed above {ischemiaCautionMinutes} min before the operation can be completed")
        @Nullable
        String comment)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordReperfusion> USE_CASE = UseCase.of(RecordReperfusion.class, "Record reperfusion")
            .by(Role.SURGEON)
            .in(Phases.STAGE_TWO)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.ofStage(Stage.TWO),
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.once(FlapReperfused.class),
                    StageTwoRules.MUSCLE_WAS_HARVESTED)
            .checks(StageTwoRules.BLOOD_HAS_RETURNED, StageTwoRules.ISCHEMIA_IS_PLAUSIBLE)
            .records(FlapReperfused.class);
}
