package org.crossface.pathway.recovery.vocabulary;

/** How a surgical case ended. */
public enum CaseEnd {
    CANCELLED,
    DISCHARGED,
    TRANSFERRED,
    AGAINST_ADVICE,
    DISCONTINUED,
    /** Taken back to theatre before leaving; the case of the return goes on. */
    RETURNED
}
