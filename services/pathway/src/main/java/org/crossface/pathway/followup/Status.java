package org.crossface.pathway.followup;

/** Where a task stands at an instant. */
public enum Status {
    /** Not due yet. */
    PLANNED,
    /** Due, or to be done without a date. */
    DUE,
    /** Overdue, and nobody else has been told. */
    OVERDUE,
    /** Overdue, and somebody else has been told. */
    ESCALATED
}
