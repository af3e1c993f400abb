package org.crossface.pathway.oversight.sending;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.correspondence.MessageDelivered;
import org.crossface.pathway.correspondence.MessageFailed;
import org.crossface.pathway.correspondence.MessageFailure;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Records what became of a message to the patient. An outcome that is known already is not recorded again.
 *
 * @param messageId the fact by which it was requested
 * @param reason why it failed; {@code null} when a mail server took it over
 */
public record RecordMessageOutcome(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Message") @RefersTo(Referent.FACT)
        String messageId,

        @FormField(label = "Reason") @Nullable MessageFailure reason)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordMessageOutcome> USE_CASE = UseCase.of(
                    RecordMessageOutcome.class, "Record outcome of message")
            .by(Role.SYSTEM)
            .in(Phases.ANY)
            .records(MessageDelivered.class)
            .records(MessageFailed.class);
}
