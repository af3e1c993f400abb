package org.crossface.billing.relay;

/** The points at which a drill may stop the relay in the middle of its work. */
@FunctionalInterface
public interface FailPoint {

    /** A step of one transaction, in the order of passing. */
    enum Step {
        CHARGES_SENT,
        PROGRESS_SENT,
        COMMITTED
    }

    /** Called when the step is done. */
    void passed(Step step);

    /** Outside of drills. */
    static FailPoint none() {
        return step -> {};
    }
}
