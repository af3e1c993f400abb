package org.crossface.pathway.surgery.vocabulary;

/** What holds the charges of an operation until a person has looked at it (4.4 of the clinical reference). */
public enum ChargeHold {
    /** A coder has to check code, number or duration. */
    CODER_REVIEW,
    /** The operation was completed with a deviation. */
    DEVIATION
}
