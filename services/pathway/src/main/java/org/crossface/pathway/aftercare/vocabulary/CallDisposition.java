package org.crossface.pathway.aftercare.vocabulary;

/** What follows from the call of the day after. */
public enum CallDisposition {
    CONTINUE_AT_HOME,
    CALL_AGAIN,
    VISIT,
    SURGEON_INFORMED,
    SENT_TO_EMERGENCY
}
