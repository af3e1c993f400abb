package org.crossface.pathway.adjunct;

/** A procedure beside the plan. */
public enum AdjunctKind {
    EYELID_WEIGHT(true),
    EYELID_SPRING(true),
    TARSORRHAPHY(false),
    BROW_LIFT(false),
    BOTULINUM_TOXIN(false),
    STATIC_SUPPORT(false),
    DEPRESSOR_PROCEDURE(false);

    private final boolean implant;

    AdjunctKind(boolean implant) {
        this.implant = implant;
    }

    /** Whether something of metal stays in the patient, whatever the entry says. */
    public boolean isImplant() {
        return implant;
    }
}
