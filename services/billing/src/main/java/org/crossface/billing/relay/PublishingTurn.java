package org.crossface.billing.relay;

/**
 * Decides which of several nodes publishes, so that they do not fence each other all the time. Nothing depends on it for being right: two
 * that think it is their turn are told apart by Kafka's fencing.
 */
public interface PublishingTurn {

    /** Takes the turn if no other node has it. */
    boolean take();

    /** Whether the turn is still this node's. */
    boolean isMine();

    /** Gives the turn back; nothing happens when it is not this node's. */
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
