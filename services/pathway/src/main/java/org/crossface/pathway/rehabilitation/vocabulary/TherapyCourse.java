package org.crossface.pathway.rehabilitation.vocabulary;

/** What a review of the therapy finds. */
public enum TherapyCourse {
    AS_EXPECTED,
    /** The programme goes on with another plan. */
    PLAN_CHANGED,
    /** The surgeon has to see the patient. */
    SURGEON_TO_SEE
}
