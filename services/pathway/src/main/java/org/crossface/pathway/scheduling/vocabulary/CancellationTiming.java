package org.crossface.pathway.scheduling.vocabulary;

/** How far the day had come when the case was cancelled. */
public enum CancellationTiming {
    /** The patient had not been admitted. */
    BEFORE_ADMISSION,
    /** Admitted, but anesthesia had not begun. */
    AFTER_ADMISSION_BEFORE_ANESTHESIA,
    /** Anesthesia had begun. */
    AFTER_ANESTHESIA
}
