package org.crossface.pathway.surgery.vocabulary;

/** How far the day had come when the procedure was stopped. */
public enum DiscontinuedPhase {
    BEFORE_ANESTHESIA,
    AFTER_ANESTHESIA
}
