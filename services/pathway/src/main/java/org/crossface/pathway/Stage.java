package org.crossface.pathway;

/** The two operations of the pathway. */
public enum Stage {
    /** Cross-facial nerve graft. */
    ONE,
    /** Free gracilis muscle transfer. */
    TWO
}
