package org.crossface.pathway.reference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.Stage;

/** Sites, practitioners and after-care facilities, as they stand now. */
public interface ReferenceData {

    Optional<SurgicalSite> site(String siteId);

    Optional<PrivilegedPractitioner> practitioner(String practitionerId);

    Optional<CareFacility> facility(String facilityId);

    /** A surgery centre with its rooms, time zone and the operations it may host. */
    record SurgicalSite(
            String siteId, String name, String organisationId, ZoneId zone, Set<String> rooms, Set<Stage> privileges) {}

    /**
     * A practitioner with the operations that he or she is privileged for.
     *
     * @param privilegedUntil last day of the privileges
     */
    record PrivilegedPractitioner(
            String practitionerId, String organisationId, Set<Stage> privileges, LocalDate privilegedUntil) {}

    /** An after-care facility. */
    record CareFacility(String facilityId, String name, ZoneId zone, int beds, boolean flapCapable) {}
}
