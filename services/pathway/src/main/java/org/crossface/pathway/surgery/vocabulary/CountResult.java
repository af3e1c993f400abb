package org.crossface.pathway.surgery.vocabulary;

/** What the counts of instruments, sponges and needles came to (INV-34). */
public enum CountResult {
    /** The first count was right. */
    CORRECT,
    /** Something was missing, and was found. */
    RESOLVED,
    /** Something is missing, imaging was done, and a surgeon has decided. */
    DECIDED_AFTER_IMAGING,
    /** Something is missing, and nothing was decided. */
    UNRESOLVED;

    /** Whether all that was counted in was counted out. */
    public boolean isComplete() {
        return this == CORRECT || this == RESOLVED;
    }
}
