package org.crossface.pathway.reference.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Registers an after-care facility. */
public record RegisterFacility(
        @TargetAggregateIdentifier String facilityId,
        OffsetDateTime occurredAt,
        @FormField(label = "Name", min = 1, max = 200) String name,

        @FormField(label = "Time zone", help = "Such as America/Los_Angeles")
        String zone,

        @FormField(label = "Beds", min = 0, max = 500) int beds,
        @FormField(label = "Can watch a flap") boolean flapCapable)
        implements ReferenceCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RegisterFacility> USE_CASE =
            UseCase.of(RegisterFacility.class, "Register after-care facility").by(Role.ADMINISTRATOR);
}
