package org.crossface.pathway.rehabilitation.vocabulary;

/** What shows that the transferred muscle does not work. */
public enum NonFunctionEvidence {
    NO_MOVEMENT,
    EMG_SILENT,
    DUPLEX_NO_FLOW,
    ULTRASOUND_ATROPHY
}
