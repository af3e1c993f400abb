package org.crossface.coordination.rebuild;

/** Where a drill may stop a node in the middle of the moment at which a build takes the place of the serving views. */
@FunctionalInterface
public interface FailPoint {

    /** A step of the switch, in the order of passing. */
    enum Step {
        /** The schemas have their new names, in a transaction that is not committed. */
        RENAMED,
        /** The build serves; the views that it replaced are still there. */
        COMMITTED
    }

    /** Called when the step is done. */
    void passed(Step step);

    /** Outside of drills. */
    static FailPoint none() {
        return step -> {};
    }
}
