package org.crossface.pathway.oversight.interruption;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.PatientReturned;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that a patient who was lost or had withdrawn is back. */
public record RecordReturn(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordReturn> USE_CASE = UseCase.of(RecordReturn.class, "Record return")
            .by(Role.SURGICAL_COORDINATOR, Role.SURGEON)
            // on hold after a withdrawal from the next operation
            .in(Phase.LOST_TO_FOLLOW_UP, Phase.WITHDRAWN, Phase.ON_HOLD)
            .answers("LOST")
            .requires(OversightRules.PATIENT_WAS_AWAY)
            .records(PatientReturned.class);
}
