package org.crossface.pathway.oversight;

/** How a contradiction came to its end. */
public enum ContradictionEnd {
    /** The fact has what the rule asks for again. */
    STANDS_AGAIN,
    /** The fact was retracted. */
    RETRACTED,
    /** The case that it belongs to was cancelled. */
    CASE_CANCELLED,
    /** Somebody whom the rule names decided that the fact stands all the same. */
    DECIDED
}
