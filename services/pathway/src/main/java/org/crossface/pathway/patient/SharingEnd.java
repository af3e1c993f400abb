package org.crossface.pathway.patient;

/** Why a patient is no longer shared with another surgery centre. */
public enum SharingEnd {
    CONSENT_WITHDRAWN,
    NO_LONGER_NEEDED,
    SHARED_BY_MISTAKE
}
