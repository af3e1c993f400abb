package org.crossface.identity.gate;

import java.util.Arrays;
import java.util.Locale;
import org.crossface.platform.api.Role;

/**
 * The classes of data that roles are given rights to (minimum necessary, 45 CFR 164.514(d)). A resource begins with the name of its
 * class: {@code clinical/board}, {@code billing/charges}, {@code audit/events}, {@code reference/sites}.
 */
public enum ResourceClass {
    /** Data that identifies and describes patients. */
    CLINICAL,
    /** Charges and the data for them: no names, no narrative. */
    BILLING,
    /** History, refusals, overrides and the access log. */
    AUDIT,
    /** Sites, practitioners, facilities, policies: about no patient. */
    REFERENCE;

    /** The class of a resource, before its first slash. */
    static ResourceClass of(String resource) {
        int slash = resource.indexOf('/');
        String name = slash < 0 ? resource : resource.substring(0, slash);
        return Arrays.stream(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A resource begins with clinical/, billing/, audit/ or reference/: " + resource));
    }

    boolean isReadBy(Role role) {
        return switch (role) {
            case SURGICAL_COORDINATOR,
                    SURGEON,
                    ANESTHESIOLOGIST,
                    PREOP_NURSE,
                    OR_NURSE,
                    PACU_NURSE,
                    AFTERCARE_NURSE,
                    THERAPIST -> this == CLINICAL || this == REFERENCE;
            case BILLING -> this == BILLING || this == REFERENCE;
            case ADMINISTRATOR -> this == REFERENCE;
            case QUALITY_AUDITOR, PRIVACY_OFFICER, SYSTEM -> true;
        };
    }
}
