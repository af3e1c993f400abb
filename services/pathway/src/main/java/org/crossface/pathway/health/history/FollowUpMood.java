package org.crossface.pathway.health.history;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.health.MoodFollowedUp;
import org.crossface.pathway.health.MoodStep;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Takes up a positive screening. */
public record FollowUpMood(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "What follows") MoodStep step,

        @FormField(label = "Note", max = 1000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<FollowUpMood> USE_CASE = UseCase.of(FollowUpMood.class, "Follow up screening")
            .by(Role.SURGEON, Role.PREOP_NURSE, Role.AFTERCARE_NURSE, Role.THERAPIST)
            .in(Phases.OPEN)
            .answers("SCREEN")
            .requires(MoodRules.A_SCREENING_IS_OPEN)
            .records(MoodFollowedUp.class);
}
