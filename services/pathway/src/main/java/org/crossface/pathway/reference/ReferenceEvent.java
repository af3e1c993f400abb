package org.crossface.pathway.reference;

import java.time.OffsetDateTime;

/** A fact about sites, practitioners, facilities and devices, as it is stored for ever. None of them is about a patient. */
public sealed interface ReferenceEvent
        permits SiteRegistered,
                SiteChanged,
                PractitionerRegistered,
                PractitionerChanged,
                FacilityRegistered,
                FacilityChanged,
                DeviceRegistered,
                DeviceRetired,
                PreferenceCardSet,
                SiteCalendarSet {
    /** When it happened, with the offset of the place. */
    OffsetDateTime occurredAt();
}
