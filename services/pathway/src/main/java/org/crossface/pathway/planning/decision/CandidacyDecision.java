package org.crossface.pathway.planning.decision;

/** What the surgeon decides on a candidacy. */
public enum CandidacyDecision {
    APPROVE,
    DEFER,
    DECLINE
}
