package org.crossface.pathway.recovery.vocabulary;

/** Why the patient could not go home on the day of surgery. */
public enum FailureReason {
    PAIN,
    PONV,
    BLEEDING,
    RESPIRATORY,
    HEMODYNAMIC,
    URINARY_RETENTION,
    NO_ESCORT,
    SOCIAL,
    FLAP_CONCERN,
    SURGEON_PREFERENCE,
    OTHER
}
