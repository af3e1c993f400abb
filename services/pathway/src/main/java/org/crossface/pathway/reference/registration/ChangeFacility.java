package org.crossface.pathway.reference.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Changes an after-care facility; all of it is given anew. */
public record ChangeFacility(
        @TargetAggregateIdentifier String facilityId,
        OffsetDateTime occurredAt,
        @FormField(label = "Name", min = 1, max = 200) String name,

        @FormField(label = "Time zone", help = "Such as America/Los_Angeles")
        String zone,

        @FormField(label = "Beds", min = 0, max = 500) int beds,
        @FormField(label = "Can watch a flap") boolean flapCapable)
        implements ReferenceCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ChangeFacility> USE_CASE =
            UseCase.of(ChangeFacility.class, "Change after-care facility").by(Role.ADMINISTRATOR);
}
