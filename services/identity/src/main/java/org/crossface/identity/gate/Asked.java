package org.crossface.identity.gate;

import java.util.Set;

/**
 * Whose data a read asks for, as far as it is known before anything is read. The access log keeps it when the read is denied.
 *
 * @param patientIds empty when the request names nobody, or an identifier that nobody has
 * @param siteIds the sites of the cases that are asked for
 */
public record Asked(Set<String> patientIds, Set<String> siteIds) {

    /** A read that names no patient: a list, or reference data. */
    public static final Asked NOBODY = new Asked(Set.of(), Set.of());

    public Asked {
        patientIds = Set.copyOf(patientIds);
        siteIds = Set.copyOf(siteIds);
    }

    /** A read about one patient. */
    public static Asked of(String patientId, String siteId) {
        return new Asked(Set.of(patientId), Set.of(siteId));
    }
}
