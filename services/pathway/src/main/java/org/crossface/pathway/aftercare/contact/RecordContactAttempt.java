package org.crossface.pathway.aftercare.contact;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.aftercare.vocabulary.ContactOutcome;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the patient was tried to be reached. */
public record RecordContactAttempt(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Channel") ContactChannel channel,
        @FormField(label = "Outcome") ContactOutcome outcome,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordContactAttempt> USE_CASE = UseCase.of(
                    RecordContactAttempt.class, "Record contact attempt")
            .answers("T-54", "MESSAGE")
            .by(Role.AFTERCARE_NURSE, Role.SURGICAL_COORDINATOR, Role.PACU_NURSE, Role.THERAPIST)
            .in(Phases.with(Phases.OPEN, Phase.WITHDRAWN))
            .records(ContactAttempted.class);
}
