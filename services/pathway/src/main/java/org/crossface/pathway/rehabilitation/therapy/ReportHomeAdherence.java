package org.crossface.pathway.rehabilitation.therapy;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.HomeProgrammeAdherenceReported;
import org.crossface.pathway.rehabilitation.outcome.OutcomeRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records what the patient practised at home in a week. */
public record ReportHomeAdherence(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Days", unit = "d", min = 0, max = 7)
        int daysPerWeek,

        @FormField(label = "Minutes a day", unit = "min", min = 0, max = 240)
        int minutesPerDay,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReportHomeAdherence> USE_CASE = UseCase.of(
                    ReportHomeAdherence.class, "Report home exercises")
            .answers("T-42")
            .by(Role.THERAPIST)
            .in(Phases.THERAPY)
            .requires(OutcomeRules.MUSCLE_IS_NAMED, RehabilitationRules.THERAPY_IS_ACTIVE)
            .records(HomeProgrammeAdherenceReported.class);
}
