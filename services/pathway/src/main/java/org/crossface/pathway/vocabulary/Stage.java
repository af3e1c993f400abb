package org.crossface.pathway.vocabulary;

/** The two operations of the pathway. */
public enum Stage {
    /** Cross-facial nerve graft. */
    ONE,
    /** Free gracilis muscle transfer. */
    TWO
}
