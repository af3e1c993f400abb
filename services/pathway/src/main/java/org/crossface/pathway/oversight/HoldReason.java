package org.crossface.pathway.oversight;

/** Why a pathway is on hold. */
public enum HoldReason {
    MEDICAL,
    PATIENT_REQUEST,
    INSURANCE,
    SAFETY_REVIEW,
    OTHER
}
