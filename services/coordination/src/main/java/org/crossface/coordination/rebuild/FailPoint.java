package org.crossface.coordination.rebuild;

/** A point in the switch from the serving views to a build, at which a drill may stop the node. */
@FunctionalInterface
public interface FailPoint {

    /** The steps of the switch, in their order. */
    enum Step {
        /** The schemas have their new names, in a transaction that is not committed. */
        RENAMED,
        /** The build serves; the views that it replaced are still there. */
        COMMITTED
    }

    /** Called when the step is done. */
    void passed(Step step);

    /** A fail point that does nothing, for use outside drills. */
    static FailPoint none() {
        return step -> {};
    }
}
