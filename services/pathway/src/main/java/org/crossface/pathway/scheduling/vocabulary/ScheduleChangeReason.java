package org.crossface.pathway.scheduling.vocabulary;

/** Why a case is moved or cancelled. */
public enum ScheduleChangeReason {
    PATIENT_ILL,
    PATIENT_REQUEST,
    CONSENT_REVOKED,
    NOT_FASTED,
    NOT_CLEARED,
    NO_ESCORT,
    NO_AFTERCARE_BED,
    AUTHORIZATION,
    SURGEON_UNAVAILABLE,
    ROOM_UNAVAILABLE,
    EMERGENCY,
    EQUIPMENT,
    ANESTHESIA_RISK,
    WITHDRAWN,
    DECEASED,
    /** Another centre did the operation. */
    DONE_ELSEWHERE,
    /** Its slot was held for a contradiction, and nobody decided in time. */
    HELD_TOO_LONG,
    OTHER
}
