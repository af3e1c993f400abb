package org.crossface.pathway.correspondence;

/** What a message is about. */
public enum MessageKind {
    /** When to stop eating and drinking before the operation (T-12). */
    FASTING_REMINDER(true),
    /** Nobody has booked the evaluation yet (T-02). */
    EVALUATION_NOT_BOOKED(true),
    /** A visit was missed (T-54). */
    VISIT_MISSED(true),
    /** The global period ends (T-35). */
    GLOBAL_PERIOD_ENDS(false),
    /** The record may be looked at for its retention (T-58). */
    RETENTION_REVIEW(false);

    private final boolean toPatient;

    MessageKind(boolean toPatient) {
        this.toPatient = toPatient;
    }

    /** Whether the patient receives it; otherwise the staff of a role. */
    public boolean isToPatient() {
        return toPatient;
    }
}
