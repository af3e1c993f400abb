package org.crossface.pathway.reference;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** An after-care facility was changed. */
@EventName("reference.facility-changed")
public record FacilityChanged(
        @Harmless String facilityId,
        OffsetDateTime occurredAt,
        @Harmless("an institution") String name,
        @Harmless("IANA time zone") String zone,
        int beds,
        boolean flapCapable)
        implements ReferenceEvent {}
