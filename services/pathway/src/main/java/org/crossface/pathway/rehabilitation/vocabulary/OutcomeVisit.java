package org.crossface.pathway.rehabilitation.vocabulary;

/** When after stage two the outcome is measured; {@link #THERAPY_END} is the final assessment of the therapist. */
public enum OutcomeVisit {
    M3,
    M6,
    M9,
    M12,
    M18,
    THERAPY_END,
    M24
}
