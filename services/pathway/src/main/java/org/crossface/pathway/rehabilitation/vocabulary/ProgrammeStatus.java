package org.crossface.pathway.rehabilitation.vocabulary;

/** Where the therapy stands. */
public enum ProgrammeStatus {
    NOT_STARTED,
    ACTIVE,
    PAUSED,
    COMPLETED,
    STOPPED_EARLY
}
