package org.crossface.pathway.oversight;

/** Why a pathway is on hold. */
public enum HoldReason {
    MEDICAL,
    PATIENT_REQUEST,
    INSURANCE,
    SAFETY_REVIEW,
    /** An operation was booked, and its clearance ended before the patient came (T-08). */
    CLEARANCE_EXPIRED,
    OTHER
}
