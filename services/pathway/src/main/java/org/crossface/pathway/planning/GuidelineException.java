package org.crossface.pathway.planning;

/** A guideline that a documented exception departs from. */
public enum GuidelineException {
    AGE,
    DURATION
}
