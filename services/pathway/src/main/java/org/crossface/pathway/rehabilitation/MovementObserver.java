package org.crossface.pathway.rehabilitation;

/** Who saw the first movement. */
public enum MovementObserver {
    PATIENT,
    CLINICIAN,
    EMG
}
