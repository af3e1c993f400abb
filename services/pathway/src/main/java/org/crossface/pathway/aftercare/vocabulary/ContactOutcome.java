package org.crossface.pathway.aftercare.vocabulary;

/** What a contact attempt came to; a letter was sent. */
public enum ContactOutcome {
    REACHED,
    NO_ANSWER,
    WRONG_NUMBER,
    REFUSED,
    SENT
}
