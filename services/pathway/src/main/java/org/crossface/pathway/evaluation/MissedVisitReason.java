package org.crossface.pathway.evaluation;

/** Why an evaluation visit did not take place. */
public enum MissedVisitReason {
    /** Nobody came, and nobody had said so before. */
    DID_NOT_COME,
    PATIENT_CANCELLED,
    PATIENT_ILL,
    CENTRE_CANCELLED,
    OTHER
}
