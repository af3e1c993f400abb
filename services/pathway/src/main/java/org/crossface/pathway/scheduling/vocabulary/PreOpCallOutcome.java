package org.crossface.pathway.scheduling.vocabulary;

/** What a patient says in the call before an operation. */
public enum PreOpCallOutcome {
    /** Well, prepared, and will come. */
    WILL_COME,
    /** Ill, not prepared or undecided: the operation may have to be cancelled. */
    MAY_NOT_COME,
    NOT_REACHED
}
