package org.crossface.pathway.rehabilitation.vocabulary;

/** What a therapy session worked with. */
public enum TherapyModality {
    EDUCATION,
    SCAR_MASSAGE,
    EYE_CARE,
    POSTURE,
    VISUALISATION,
    HEALTHY_SIDE_RESTRAINT,
    MIRROR,
    BIOFEEDBACK,
    VIDEO_FEEDBACK,
    IMITATION,
    SPONTANEITY,
    SYNKINESIS_CONTROL
}
