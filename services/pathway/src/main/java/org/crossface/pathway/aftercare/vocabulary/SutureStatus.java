package org.crossface.pathway.aftercare.vocabulary;

/** Whether the sutures are still there. */
public enum SutureStatus {
    IN_PLACE,
    PARTLY_REMOVED,
    REMOVED,
    ABSORBABLE
}
