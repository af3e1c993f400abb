package org.crossface.web.fhir;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Identifiers that follow from the bytes of a bundle and the surgery centre, so that the same bytes sent again, however late, meet what they made before
 * instead of making it again.
 */
record DerivedIds(String patientId, String pathwayId, String documentId) {

    static DerivedIds of(String siteId, String sha256) {
        return new DerivedIds(
                id("patient", siteId, sha256), id("pathway", siteId, sha256), id("document", siteId, sha256));
    }

    private static String id(String kind, String siteId, String sha256) {
        String name = "crossface referral " + kind + " " + siteId + " " + sha256;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
