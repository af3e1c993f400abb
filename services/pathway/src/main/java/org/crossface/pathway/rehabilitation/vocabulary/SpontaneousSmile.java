package org.crossface.pathway.rehabilitation.vocabulary;

/** Whether the smile comes without thinking; the goal of the pathway. */
public enum SpontaneousSmile {
    YES,
    PARTIAL,
    NO
}
