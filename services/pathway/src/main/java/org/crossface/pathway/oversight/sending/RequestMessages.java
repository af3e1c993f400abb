package org.crossface.pathway.oversight.sending;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.correspondence.MessageRequested;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.Role;

/**
 * Asks for the messages whose time has come. Where none is due, or the patient must not be contacted at this hour, it records nothing, so that
 * it may be sent as often as somebody likes.
 */
public record RequestMessages(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RequestMessages> USE_CASE = UseCase.of(RequestMessages.class, "Request messages")
            .by(Role.SYSTEM)
            .in(Phases.ANY)
            .records(MessageRequested.class);
}
