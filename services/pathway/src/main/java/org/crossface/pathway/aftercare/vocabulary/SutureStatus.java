package org.crossface.pathway.aftercare.vocabulary;

/** Whether the sutures are still there. */
public enum SutureStatus {
    IN_PLACE,
    PARTLY_REMOVED,
    REMOVED,
    ABSORBABLE;

    /** Whether nobody has to take any out: they are out, or dissolve. */
    public boolean needsNoRemoval() {
        return this == REMOVED || this == ABSORBABLE;
    }
}
