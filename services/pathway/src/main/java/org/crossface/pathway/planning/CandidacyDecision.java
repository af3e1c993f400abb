package org.crossface.pathway.planning;

/** What the surgeon decides on a candidacy. */
public enum CandidacyDecision {
    APPROVE,
    DEFER,
    DECLINE
}
