package org.crossface.pathway.neurotization;

/** What the electromyography showed. */
public enum EmgFinding {
    NO_ACTIVITY,
    FIBRILLATIONS,
    NASCENT_POTENTIALS,
    VOLUNTARY_POTENTIALS,
    NORMAL
}
