package org.crossface.pathway.rehabilitation.vocabulary;

/** Why a session did not take place. */
public enum MissedReason {
    PATIENT_ABSENT,
    PATIENT_CANCELLED,
    THERAPIST_CANCELLED,
    ILLNESS,
    OTHER
}
