package org.crossface.billing.relay;

/**
 * Decides which of several nodes publishes, so that they do not fence each other all the time. Correctness does not depend on it: of two
 * nodes that both publish, Kafka fences one.
 */
public interface PublishingTurn {

    /** Becomes the publishing node if no other node is. */
    boolean take();

    /** Whether this node is still the publishing node. */
    boolean isMine();

    /** Stops being the publishing node; no effect when it is not. */
    void giveBack();

    /** For a single node. */
    static PublishingTurn always() {
        return new PublishingTurn() {
            @Override
            public boolean take() {
                return true;
            }

            @Override
            public boolean isMine() {
                return true;
            }

            @Override
            public void giveBack() {}
        };
    }
}
