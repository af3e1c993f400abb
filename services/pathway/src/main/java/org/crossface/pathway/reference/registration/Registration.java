package org.crossface.pathway.reference.registration;

import java.time.ZoneId;
import org.crossface.pathway.requirement.Requirement;
import org.crossface.pathway.usecase.Circumstances;

/** Rules of what is registered. */
final class Registration {

    private Registration() {}

    static void requireKnownZone(String zone) {
        Requirement.that(
                ZoneId.getAvailableZoneIds().contains(zone),
                "REF-ZONE",
                "zone",
                "A time zone is one of the IANA list.",
                "There is no time zone " + zone,
                "Give one such as America/Los_Angeles");
    }

    static void requireKnownSite(String siteId, Circumstances given) {
        Requirement.that(
                given.reference().site(siteId).isPresent(),
                "REF-SITE",
                "siteId",
                "A device belongs to a surgery centre.",
                "There is no surgery centre " + siteId,
                "Register the surgery centre first, or correct the identifier");
    }

    static void requireNew(boolean isNew, String field) {
        Requirement.that(
                isNew,
                "SEQ-REGISTERED",
                field,
                "Each institution, device and person of staff is registered once.",
                "X is already registered",
                "Change the registration instead");
    }
}
