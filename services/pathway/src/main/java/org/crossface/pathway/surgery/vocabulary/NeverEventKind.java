package org.crossface.pathway.surgery.vocabulary;

/** What must never happen and did. */
public enum NeverEventKind {
    WRONG_SIDE,
    WRONG_SITE,
    WRONG_PATIENT,
    WRONG_PROCEDURE,
    RETAINED_OBJECT
}
