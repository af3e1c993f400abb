package org.crossface.identity.gate;

import java.util.Set;

/**
 * An answer with the patients and sites whose data it shows.
 *
 * @param patientIds the patients whom the value is about; empty for reference data or a search without result
 * @param siteIds the sites of the cases in it
 */
public record Shown<T>(T value, Set<String> patientIds, Set<String> siteIds) {

    public Shown {
        patientIds = Set.copyOf(patientIds);
        siteIds = Set.copyOf(siteIds);
    }

    /** An answer about one patient. */
    public static <T> Shown<T> of(T value, String patientId, String siteId) {
        return new Shown<>(value, Set.of(patientId), Set.of(siteId));
    }

    /** An answer about no patient. */
    public static <T> Shown<T> aboutNobody(T value) {
        return new Shown<>(value, Set.of(), Set.of());
    }
}
