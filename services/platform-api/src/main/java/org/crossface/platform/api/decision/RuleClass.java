package org.crossface.platform.api.decision;

/** How firmly a rule holds. */
public enum RuleClass {
    /** No override. */
    HARD,
    /** A named role may override it with a reason of at least 20 characters, which is kept as {@code RuleOverridden}. */
    CLINICAL,
    /** The threshold is configuration; the version in force when the fact occurred applies. */
    POLICY
}
