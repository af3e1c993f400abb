package org.crossface.pathway.neurotization.growth;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.EmgFinding;
import org.crossface.pathway.neurotization.EmgPerformed;
import org.crossface.pathway.neurotization.EmgSite;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records an electromyography. */
public record RecordEmg(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Site") EmgSite site,
        @FormField(label = "Finding") EmgFinding finding,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordEmg> USE_CASE = UseCase.of(RecordEmg.class, "Record EMG")
            .answers("T-46")
            .by(Role.SURGEON)
            .in(
                    Phase.UNDER_EVALUATION,
                    Phase.STAGE1_DONE,
                    Phase.NEUROTIZING,
                    Phase.WINDOW_LAPSED,
                    Phase.READY_FOR_STAGE2,
                    Phase.STAGE2_PLANNED,
                    Phase.STAGE2_DONE,
                    Phase.REHABILITATING,
                    Phase.OUTCOME_TRACKING,
                    Phase.ON_HOLD)
            .records(EmgPerformed.class);
}
