package org.crossface.identity.gate;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.crossface.platform.api.Role;

/** The purpose of a read, in the codes of HL7's PurposeOfUse. */
public final class PurposeOfUse {

    /** Treatment. */
    public static final String TREATMENT = "TREAT";
    /** Payment. */
    public static final String PAYMENT = "HPAYMT";
    /** Health-care operations. */
    public static final String OPERATIONS = "HOPERAT";
    /** Quality improvement. */
    public static final String QUALITY = "HQUALITY";
    /** Legal. */
    public static final String LEGAL = "HLEGAL";
    /** Compliance and audit. */
    public static final String COMPLIANCE = "HCOMPL";

    /** All of them. */
    public static final Set<String> CODES = Set.of(TREATMENT, PAYMENT, OPERATIONS, QUALITY, LEGAL, COMPLIANCE);

    private static final Set<Role> NAME_IT = EnumSet.of(Role.QUALITY_AUDITOR, Role.PRIVACY_OFFICER);
    private static final Set<String> OF_REVIEW = Set.of(OPERATIONS, QUALITY, LEGAL, COMPLIANCE);

    private PurposeOfUse() {}

    /** The default purpose of a role; empty for roles that must name one each time. */
    public static Optional<String> usualFor(Role role) {
        if (NAME_IT.contains(role)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (role) {
                    case BILLING -> PAYMENT;
                    case ADMINISTRATOR, SYSTEM -> OPERATIONS;
                    default -> TREATMENT;
                });
    }

    /** The purpose for which a role uses pages: its default, or a review of quality for roles without one. */
    public static String usualOrReview(Role role) {
        return usualFor(role).orElse(QUALITY);
    }

    /** Whether this purpose entitles the role to identified data. */
    static boolean suits(Role role, String purpose) {
        return NAME_IT.contains(role) ? OF_REVIEW.contains(purpose) : CODES.contains(purpose);
    }
}
