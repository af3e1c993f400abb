package org.crossface.pathway.surgery;

/** How long the muscle was without blood, in the levels of the clinical reference (P10). */
public enum IschemiaLevel {
    /** Up to 90 minutes. */
    NORMAL,
    /** More than 90 minutes. */
    INFO,
    /** More than 135 minutes: a comment is needed before the operation can be completed (INV-32). */
    CAUTION,
    /** More than 240 minutes. */
    ALERT,
    /** More than 360 minutes: a complication must be recorded before the operation can be completed (INV-32). */
    CRITICAL;

    /** The level of this many minutes. */
    public static IschemiaLevel of(long minutes) {
        if (minutes > 360) {
            return CRITICAL;
        }
        if (minutes > 240) {
            return ALERT;
        }
        if (minutes > 135) {
            return CAUTION;
        }
        return minutes > 90 ? INFO : NORMAL;
    }
}
