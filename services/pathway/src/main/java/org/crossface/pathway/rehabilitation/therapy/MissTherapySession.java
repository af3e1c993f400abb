package org.crossface.pathway.rehabilitation.therapy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.TherapySessionMissed;
import org.crossface.pathway.rehabilitation.outcome.OutcomeRules;
import org.crossface.pathway.rehabilitation.vocabulary.MissedReason;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that a session did not take place. */
public record MissTherapySession(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Reason") MissedReason reason,
        @FormField(label = "Next session") @Nullable LocalDate nextDueOn,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<MissTherapySession> USE_CASE = UseCase.of(
                    MissTherapySession.class, "Record missed session")
            .by(Role.THERAPIST, Role.SURGICAL_COORDINATOR)
            .in(Phases.THERAPY)
            .requires(OutcomeRules.MUSCLE_IS_NAMED, RehabilitationRules.THERAPY_IS_ACTIVE)
            .records(TherapySessionMissed.class);
}
