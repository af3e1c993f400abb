package org.crossface.pathway.intake;

/** Why a referral is declined. */
public enum DeclineReason {
    WRONG_SERVICE,
    DUPLICATE,
    NOT_FACIAL_PARALYSIS,
    CENTRAL_PALSY,
    PATIENT_DECLINED,
    OUT_OF_NETWORK,
    INCOMPLETE,
    OTHER
}
