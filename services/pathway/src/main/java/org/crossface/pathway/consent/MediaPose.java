package org.crossface.pathway.consent;

/** What the patient does on a photograph or video (P1). */
public enum MediaPose {
    REST,
    GENTLE_SMILE,
    FULL_SMILE,
    BROW,
    EYE_CLOSURE,
    PUCKER,
    SNARL
}
