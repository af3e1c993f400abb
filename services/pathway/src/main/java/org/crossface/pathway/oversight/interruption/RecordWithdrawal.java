package org.crossface.pathway.oversight.interruption;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.PatientWithdrew;
import org.crossface.pathway.oversight.WithdrawalScope;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the patient withdraws. */
public record RecordWithdrawal(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Withdraws from") WithdrawalScope scope,
        @FormField(label = "Safety follow-up offered") boolean safetyFollowUpOffered,

        @FormField(label = "Reason", max = 2000, multiline = true, help = "The patient need not give one") @Nullable
        String reason)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordWithdrawal> USE_CASE = UseCase.of(RecordWithdrawal.class, "Record withdrawal")
            .by(Role.SURGICAL_COORDINATOR, Role.SURGEON)
            .in(Phases.OPEN)
            .records(PatientWithdrew.class);
}
