package org.crossface.pathway.health;

/** What becomes of a drug when the patient goes home. */
public enum MedicineDecision {
    CONTINUE,
    CHANGE,
    PAUSE,
    STOP,
    /** Prescribed at the discharge. */
    NEW
}
