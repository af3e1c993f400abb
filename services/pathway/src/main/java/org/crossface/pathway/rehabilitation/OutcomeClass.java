package org.crossface.pathway.rehabilitation;

/** What the pathway came to. */
public enum OutcomeClass {
    GOAL_MET,
    PARTIAL,
    NOT_MET
}
