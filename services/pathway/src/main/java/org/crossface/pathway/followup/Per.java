package org.crossface.pathway.followup;

/** What a timer runs for: there is one task for each of these that has started it and not satisfied it. */
public enum Per {
    PATHWAY,
    /** An operation, by its day or its case. */
    CASE,
    GRAFT,
    FLAP,
    /** One of several visits or checks after an operation. */
    VISIT,
    FLAG,
    COMPLICATION,
    /** A fact that somebody has to look into, confirm or decide on. */
    FACT,
    OVERRIDE,
    CHARGE
}
