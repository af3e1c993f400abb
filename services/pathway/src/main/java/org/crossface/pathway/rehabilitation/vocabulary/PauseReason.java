package org.crossface.pathway.rehabilitation.vocabulary;

/** Why therapy pauses. */
public enum PauseReason {
    ILLNESS,
    COMPLICATION,
    TRAVEL,
    PATIENT_REQUEST,
    OTHER
}
