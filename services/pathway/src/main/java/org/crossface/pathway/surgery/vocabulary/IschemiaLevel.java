package org.crossface.pathway.surgery.vocabulary;

import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;

/** How long the muscle was without blood, in the levels of the clinical reference (P10). */
public enum IschemiaLevel {
    /** Not longer than the first threshold, by default 90 minutes. */
    NORMAL,
    /** By default more than 90 minutes. */
    INFO,
    /** By default more than 135 minutes: a comment is needed before the operation can be completed (INV-32). */
    CAUTION,
    /** By default more than 240 minutes. */
    ALERT,
    /** By default more than 360 minutes: a complication must be recorded before the operation can be completed (INV-32). */
    CRITICAL;

    /** The level of this many minutes. */
    public static IschemiaLevel of(long minutes, Policy policy) {
        if (minutes > policy.of(Threshold.ISCHEMIA_CRITICAL_MINUTES)) {
            return CRITICAL;
        }
        if (minutes > policy.of(Threshold.ISCHEMIA_ALERT_MINUTES)) {
            return ALERT;
        }
        if (minutes > policy.of(Threshold.ISCHEMIA_CAUTION_MINUTES)) {
            return CAUTION;
        }
        return minutes > policy.of(Threshold.ISCHEMIA_INFO_MINUTES) ? INFO : NORMAL;
    }
}
