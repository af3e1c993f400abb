package org.crossface.pathway.rehabilitation.vocabulary;

/** Why no other muscle is transferred after one was lost or did not function. */
public enum ClosingReason {
    PATIENT_WANTS_NO_MORE,
    /** No donor, no recipient vessel or no nerve is left. */
    NO_TISSUE_LEFT,
    /** Another operation would be too great a risk. */
    TOO_GREAT_A_RISK,
    OTHER
}
