package org.crossface.pathway.health;

/** When a patient is screened for low mood. */
public enum ScreeningOccasion {
    EVALUATION,
    MONTH_12,
    OTHER
}
