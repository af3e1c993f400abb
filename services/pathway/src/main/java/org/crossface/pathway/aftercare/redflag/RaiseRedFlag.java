package org.crossface.pathway.aftercare.redflag;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Raises a sign that must not wait. */
public record RaiseRedFlag(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Sign") RedFlag flag,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RaiseRedFlag> USE_CASE = UseCase.of(RaiseRedFlag.class, "Raise red flag")
            .by(
                    Role.SURGICAL_COORDINATOR,
                    Role.SURGEON,
                    Role.ANESTHESIOLOGIST,
                    Role.PREOP_NURSE,
                    Role.OR_NURSE,
                    Role.PACU_NURSE,
                    Role.AFTERCARE_NURSE,
                    Role.THERAPIST)
            .in(Phases.AFTER_CARE)
            .records(RedFlagRaised.class);
}
