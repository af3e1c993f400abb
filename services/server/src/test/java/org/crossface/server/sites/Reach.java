package org.crossface.server.sites;

/** Whose data an operation reaches, and so what somebody of another site may get from it. */
enum Reach {
    /** One pathway, which the address names: to others it does not exist. */
    PATHWAY,
    /** One patient, whom the address names: to others he or she does not exist. */
    PATIENT,
    /** One event that was set aside, which the address names: it belongs to the site of its pathway. */
    LETTER,
    /** Many pathways or patients: others get those of their own sites. */
    LIST,
    /** Changes of pathways and patients while they happen: others are told of those of their own sites. */
    STREAM,
    /** Opens a pathway for a patient whom the body names: to others he or she does not exist. */
    OPEN,
    /** Registers somebody new, at a site of one's own. */
    REGISTER,
    /** The machinery: nothing of a patient, but identifiers for whoever repairs it. */
    OPERATIONS,
    /** Sites, practitioners, policies, the clock: about no patient. */
    REFERENCE,
    /** One's own account. */
    OWN,
    /** Ends one's own sign-in, so it is sent after all others. */
    OWN_END,
    /** Open to who is not signed in. */
    PUBLIC;

    /** Whether one patient or pathway is named, so that a foreign one must look like one that does not exist. */
    boolean namesOne() {
        return this == PATHWAY || this == PATIENT || this == LETTER || this == OPEN;
    }
}
