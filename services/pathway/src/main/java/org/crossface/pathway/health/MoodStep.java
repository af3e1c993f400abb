package org.crossface.pathway.health;

/** What follows from a positive screening. */
public enum MoodStep {
    TALKED_TO_PATIENT,
    REFERRED,
    ALREADY_IN_TREATMENT,
    IMMEDIATE_HELP,
    DECLINED_BY_PATIENT
}
