package org.crossface.platform.api;

/** The roles in which people and the service itself act; the codes are those of the clinical reference. */
public enum Role {
    SURGICAL_COORDINATOR("SC", "Surgical coordinator"),
    SURGEON("SU", "Surgeon"),
    ANESTHESIOLOGIST("AN", "Anesthesiologist"),
    PREOP_NURSE("PN", "Pre-op nurse"),
    OR_NURSE("ON", "Theatre nurse"),
    PACU_NURSE("PACU", "Recovery nurse"),
    AFTERCARE_NURSE("AC", "After-care nurse"),
    THERAPIST("PT", "Physical therapist"),
    BILLING("BI", "Billing"),
    QUALITY_AUDITOR("QA", "Quality auditor"),
    PRIVACY_OFFICER("PO", "Privacy officer"),
    ADMINISTRATOR("AD", "Administrator"),
    SYSTEM("SYS", "Crossface");

    private final String code;
    private final String label;

    Role(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The short code of the clinical reference, such as {@code SU}. */
    public String code() {
        return code;
    }

    /** The role's name for people. */
    public String label() {
        return label;
    }

    /**
     * The role with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role ofCode(String code) {
        for (Role role : values()) {
            if (role.code.equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("No role has the code " + code);
    }
}
