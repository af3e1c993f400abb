package org.crossface.pathway.neurotization;

/** Why a graft is given up. */
public enum AbandonmentReason {
    NO_NEUROTIZATION,
    INFECTION,
    INJURED,
    PLAN_CHANGED,
    PATIENT_CHOICE,
    OTHER
}
