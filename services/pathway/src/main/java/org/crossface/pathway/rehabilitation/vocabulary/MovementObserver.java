package org.crossface.pathway.rehabilitation.vocabulary;

/** Who saw the first movement. */
public enum MovementObserver {
    PATIENT,
    CLINICIAN,
    EMG
}
