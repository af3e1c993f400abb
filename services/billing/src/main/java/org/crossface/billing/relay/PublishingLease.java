package org.crossface.billing.relay;

/**
 * Decides which of several nodes publishes, so that they do not fence each other all the time. Correctness does not depend on it: of two
 * nodes that both publish, Kafka fences one.
 */
public interface PublishingLease {

    /** Becomes the publishing node if no other node is. */
    boolean acquire();

    /** Whether this node is still the publishing node. */
    boolean isHeld();

    /** Stops being the publishing node; no effect when it is not. */
    void release();

    /** For a single node. */
    static PublishingLease always() {
        return new PublishingLease() {
            @Override
            public boolean acquire() {
                return true;
            }

            @Override
            public boolean isHeld() {
                return true;
            }

            @Override
            public void release() {}
        };
    }
}
