package org.crossface.pathway.rehabilitation.vocabulary;

/** Why therapy stops before its end. */
public enum StopReason {
    GOAL_REACHED,
    PATIENT_REQUEST,
    FLAP_LOST,
    MOVED_AWAY,
    MEDICAL,
    OTHER
}
