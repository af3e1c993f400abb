package org.crossface.pathway.aftercare.vocabulary;

/** How fast somebody has to act on a red flag. */
public enum RedFlagLevel {
    /** Emergency services; surgeon and anesthesiologist at once. */
    EMERGENCY,
    /** Surgeon calls back within 15 minutes, is there within 60. */
    FLAP_EMERGENCY,
    /** Surgeon on call within an hour. */
    URGENT_ONE_HOUR,
    /** Within four hours. */
    URGENT_FOUR_HOURS,
    /** Next working day. */
    ROUTINE
}
