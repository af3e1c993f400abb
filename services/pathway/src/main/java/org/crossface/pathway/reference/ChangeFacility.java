package org.crossface.pathway.reference;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.FormField;

/** Changes an after-care facility; all of it is given anew. */
public record ChangeFacility(
        @TargetAggregateIdentifier String facilityId,
        OffsetDateTime occurredAt,
        @FormField(label = "Name", min = 1, max = 200) String name,

        @FormField(label = "Time zone", help = "Such as America/Los_Angeles")
        String zone,

        @FormField(label = "Beds", min = 0, max = 500) int beds,
        @FormField(label = "Can watch a flap") boolean flapCapable)
        implements ReferenceCommand {}
