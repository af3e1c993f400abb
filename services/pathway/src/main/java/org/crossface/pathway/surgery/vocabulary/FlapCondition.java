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
    /** It lives and does not move: the surgeon declared it. */
    NON_FUNCTIONING,
    /** Dead. */
    LOST;

    /** Whether the muscle keeps its place: it is neither lost nor given up. */
    public boolean isInUse() {
        return this != NONE && this != NON_FUNCTIONING && this != LOST;
    }
}
