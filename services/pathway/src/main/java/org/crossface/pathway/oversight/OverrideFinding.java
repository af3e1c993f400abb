package org.crossface.pathway.oversight;

/** What the review of an override comes to. */
public enum OverrideFinding {
    JUSTIFIED,
    NOT_JUSTIFIED,
    /** The rule should read otherwise; the override shows where. */
    RULE_IN_QUESTION
}
