package org.crossface.platform.api.decision;

/** What a rule looks at when it refuses; callers over HTTP are answered with a status of its own for each. */
public enum Grounds {
    /** What is recorded and what was entered. */
    CASE,
    /** Who asks. */
    ROLE,
    /** Something that can be held once and that another holds. */
    TAKEN
}
