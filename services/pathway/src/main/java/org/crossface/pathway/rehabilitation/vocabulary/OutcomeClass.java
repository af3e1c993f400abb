package org.crossface.pathway.rehabilitation.vocabulary;

/** What the pathway came to. */
public enum OutcomeClass {
    GOAL_MET,
    PARTIAL,
    NOT_MET
}
