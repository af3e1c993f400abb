package org.crossface.pathway.rehabilitation.therapy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.TherapySessionAttended;
import org.crossface.pathway.rehabilitation.outcome.OutcomeRules;
import org.crossface.pathway.rehabilitation.vocabulary.TherapyModality;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records a therapy session. */
public record RecordTherapySession(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Duration", unit = "min", min = 10, max = 120)
        int minutes,

        @FormField(label = "Worked with", min = 1, max = 12) List<TherapyModality> modalities,
        @FormField(label = "By video") boolean tele,
        @FormField(label = "Next session") @Nullable LocalDate nextDueOn,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordTherapySession> USE_CASE = UseCase.of(
                    RecordTherapySession.class, "Record therapy session")
            .by(Role.THERAPIST)
            .in(Phases.THERAPY)
            .answers("T-41")
            .requires(OutcomeRules.MUSCLE_IS_NAMED, RehabilitationRules.THERAPY_IS_ACTIVE)
            .records(TherapySessionAttended.class);
}
