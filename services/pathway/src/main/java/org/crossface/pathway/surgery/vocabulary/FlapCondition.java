package org.crossface.pathway.surgery.vocabulary;

/** How the transferred muscle fares. */
public enum FlapCondition {
    /** No muscle was harvested. */
    NONE,
    /** Harvested and without blood. */
    ISCHEMIC,
    /** Blood flows and no check found a sign of danger. */
    VIABLE,
    /** A check found a sign of danger. */
    COMPROMISE_SUSPECTED,
    /** The surgeon confirmed the danger. */
    COMPROMISE_CONFIRMED,
    /** Rescued after a compromise. */
    SALVAGED,
    /** Dead. */
    LOST
}
