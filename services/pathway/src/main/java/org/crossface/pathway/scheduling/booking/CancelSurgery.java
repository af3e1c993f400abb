package org.crossface.pathway.scheduling.booking;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.vocabulary.CancellationTiming;
import org.crossface.pathway.scheduling.vocabulary.ScheduleChangeReason;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Cancels the case of one stage and gives its slot back. */
public record CancelSurgery(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "How far the day had come") CancellationTiming timing,
        @FormField(label = "Reason") ScheduleChangeReason reason,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CancelSurgery> USE_CASE = UseCase.of(CancelSurgery.class, "Cancel surgery")
            .answers("SLOT-HELD")
            .by(Role.SURGICAL_COORDINATOR, Role.SURGEON)
            // in REPLANNED while an operation is booked that the earlier plan had
            .in(Phase.STAGE1_PLANNED, Phase.STAGE2_PLANNED, Phase.REPLANNED, Phase.ON_HOLD)
            .requires(OpenCaseRules.OPEN_CASE_CAN_BE_CANCELLED)
            .checks(OpenCaseRules.CANCELLED_AT_THE_TIME_IT_SAYS)
            .records(SurgeryCancelled.class);
}
